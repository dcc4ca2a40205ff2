// Generated from the API's OpenAPI document by "npm run contract"; changes made here are lost.

export interface paths {
  '/api/client/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Preview.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Jobs.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/jobs/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Jobs.retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Server-sent events `appointment` with {id, topic, at}. Read the calendar again after each (re)connection: what
     *     happened in between is not repeated.
     */
    get: operations['Stream.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stores that take bookings. */
    get: operations['ClientStores.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The stores she works in. */
    get: operations['StaffStores.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who works in the store now. */
    get: operations['StaffMembers.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/qualifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffQualifications.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a store sells to take home, in the order of its shelf; empty for a store that sells nothing. */
    get: operations['ClientProducts.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** With a store: what it sells now. Without: every product, also those that are no longer sold. */
    get: operations['StaffProducts.list'];
    put?: never;
    post: operations['StaffProducts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/products/{productId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A product with its history. */
    get: operations['StaffProducts.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** The whole product as it shall be; bills keep what they were priced with. */
    patch: operations['StaffProducts.change'];
    trace?: never;
  };
  '/api/staff/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The store's menu with the steps of each service. */
    get: operations['StaffServices.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds files by whatever the desk knows of a client. */
    get: operations['StaffClients.list'];
    put?: never;
    /** Opens a file that says what the policy asks for. Other files with the same phone are named in the answer, not refused. */
    post: operations['StaffClients.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The 360 view at a glance, for reading again what others change: who she is, what to mind, what she has, what is coming and what was. */
    get: operations['StaffOverview.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffClients.update'];
    trace?: never;
  };
  '/api/staff/clients/{id}/phones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffClients.addOne'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/phones/{phoneId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['StaffClients.removeOne'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/reveal-phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A phone in the clear, the main one unless told; who asked and why is kept. */
    post: operations['StaffClients.reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/reveal-contact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A mail address, WeChat name or address in the clear; who asked and why is kept. */
    post: operations['StaffClients.revealOne'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffClientFiles.profile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The notes that she may read. */
    get: operations['StaffClientFiles.notes'];
    put?: never;
    post: operations['StaffClientFiles.write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/notes/{noteId}/correct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says a note anew, or strikes it out; what it said stays behind it. */
    post: operations['StaffClientFiles.correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['StaffClientFiles.tags'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/contact-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Somebody made sure how she is reached. */
    put: operations['StaffClientFiles.checked'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/links/{otherId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says what another client is to her; the other file says it the other way round. */
    put: operations['StaffClientFiles.link'];
    post?: never;
    delete: operations['StaffClientFiles.unlink'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what on the file, latest first. */
    get: operations['StaffClientFiles.history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tag-groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientTags.list'];
    put?: never;
    post: operations['ClientTags.addGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tag-groups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['ClientTags.changeGroup'];
    trace?: never;
  };
  '/api/staff/client-tag-groups/{groupId}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ClientTags.addTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tags/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['ClientTags.changeTag'];
    trace?: never;
  };
  '/api/staff/client-file-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientFileCare.policy'];
    /** Files are counted under the new policy within minutes. */
    put: operations['ClientFileCare.save'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-file-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who answers for how many files, and how they stand. */
    get: operations['ClientFileCare.report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files with work to do. */
    get: operations['ClientFileCare.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientMe.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['ClientMe.update'];
    trace?: never;
  };
  '/api/client/me/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that she told of herself. */
    get: operations['ClientMe.profile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs in with the code of wx.login; the first time it opens a file. */
    post: operations['ClientSession.signIn'];
    /** Signs out on this phone. */
    delete: operations['ClientSession.signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/sms-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a code to a typed phone. The answer does not tell whether we know the phone. */
    post: operations['ClientSession.sendCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proves a phone and joins the file that has it. */
    post: operations['ClientSession.bind'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in; the console asks it after a reload. */
    get: operations['StaffSession.get'];
    put?: never;
    /** Answers a token; with `X-Yance-Console: 1` it sets a cookie and answers a CSRF token instead. */
    post: operations['StaffSession.signIn'];
    delete: operations['StaffSession.signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends all other sessions of the account. */
    post: operations['StaffSecurity.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Offers a new second factor; it counts once confirmed. */
    post: operations['StaffSecurity.begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/totp/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffSecurity.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/totp/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffSecurity.remove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** In whatever store she works. */
    get: operations['OwnShifts.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-shift-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Latest first. */
    get: operations['OwnShifts.asked'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-shift-requests/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nothing changes before somebody agrees. 409 SHIFT_REQUEST_OVERLAPS: a day is in one that waits already. */
    post: operations['OwnShifts.askForLeave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-shift-requests/hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Other hours on a day, or a day off. 409 SHIFT_REQUEST_OVERLAPS as above. */
    post: operations['OwnShifts.askForHours'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-shift-requests/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back what nobody answered yet. */
    post: operations['OwnShifts.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffShiftRequests.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-requests/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Never one's own. 409 SHIFT_REQUEST_SETTLED: somebody else was faster. */
    post: operations['StaffShiftRequests.refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-requests/{id}/call-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An agreed leave does not take place, or ends now. */
    post: operations['StaffShiftRequests.callOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who works when in a store, over some days. */
    get: operations['StaffShifts.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Retired ones too, as shifts carry their names. */
    get: operations['StaffShiftTemplates.list'];
    put?: never;
    post: operations['StaffShiftTemplates.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shifts that were made of it keep their hours. 409 SHIFT_TEMPLATE_CHANGED: look again. */
    post: operations['StaffShiftTemplates.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/turns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTurnQueue.today'];
    put?: never;
    /** For somebody else, as the desk keeps the queue. */
    post: operations['StaffTurns.keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/my-turn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** For the caller herself. */
    post: operations['StaffTurns.mine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stores/{id}/turn-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTurns.rules'];
    put: operations['StaffTurns.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientProgress.progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}/feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A word while she is served; those who serve her see it at once. */
    post: operations['ClientProgress.tell'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/visit-feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was said today and nobody has seen. */
    get: operations['StaffFeedback.unseen'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffFeedback.ofVisit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/visit-feedback/{feedbackId}/seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody has seen it; the client's phone says so. */
    post: operations['StaffFeedback.seen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/ledger/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Walks the whole books and names the first row that is not as it must be. */
    get: operations['StaffLedger.verify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/ledger/seals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The seals, newest first, each with whether its signature and its line outside the database are as they must be. */
    get: operations['StaffLedger.seals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/ledger/transactions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One entry by its number, with its postings, the balances it led to, and what it is tied to. */
    get: operations['StaffLedger.transaction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/ledger/liability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is owed now. */
    get: operations['StaffLedger.liability'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/coupons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is good, those that end first come first; or what was used or ran out, the latest first. */
    get: operations['ClientCoupons.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/coupons/{couponId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientCoupons.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/coupon-offers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may be taken, also what is all gone. */
    get: operations['ClientCoupons.offers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/coupon-offers/{templateId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes one. The same key takes the same one. */
    post: operations['ClientCoupons.claim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/coupons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A client's coupons, the latest first. They are the client's, so every store of the brand sees them. */
    get: operations['StaffCoupons.ofClient'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** To one client or a list: a short list is served at once, a long one by a job; each row says what became of it. */
    post: operations['StaffCoupons.issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupon-batches/{batchId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a list is. */
    get: operations['StaffCoupons.batch'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupons/{couponId}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back one that was given by mistake. */
    post: operations['StaffCoupons.revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupon-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** By template and month: issued, used, returned, expired and what it cost; of the caller's stores. */
    get: operations['StaffCoupons.report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupon-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every template, also drafts and those that are no longer given. */
    get: operations['StaffTemplates.list'];
    put?: never;
    post: operations['StaffTemplates.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/coupon-templates/{templateId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A template with its history. */
    get: operations['StaffTemplates.one'];
    /** Coupons that were issued before keep their own terms. */
    put: operations['StaffTemplates.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wechat/pay/notify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PayNotify.paid'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wechat/refund/notify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PayNotify.refunded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders of a store, newest first. */
    get: operations['StaffPayments.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-orders/{orderNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffPayments.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-orders/{orderNo}/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks WeChat now, unless somebody did a moment ago; a closed order too, because it may have been paid after all. */
    post: operations['StaffPayments.refresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-orders/{orderNo}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for money back; a second person has to agree. */
    post: operations['StaffPayments.request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Refunds of a store, newest first. */
    get: operations['StaffPayments.refunds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Agrees to a refund that somebody else asked for; it is sent at once. */
    post: operations['StaffPayments.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turns a refund down, or takes one's own back. */
    post: operations['StaffPayments.reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-notifications/refused': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What WeChat told us that does not agree with any order: it had no effect and has to be looked into. */
    get: operations['StaffPayments.refused'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/by-hand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks to pay a refund by hand that WeChat refuses; a second person has to agree. */
    post: operations['RefundsByHand.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/by-hand/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person agrees, once WeChat has said that it has no such refund: it is never sent again. */
    post: operations['RefundsByHand.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/by-hand/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turns it down, or takes one's own word back: it goes on being sent. */
    post: operations['RefundsByHand.reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/payment-refunds/{refundNo}/warnings/settle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says what came of a refund that may have gone out twice. */
    post: operations['RefundsByHand.settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientContracts.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/contracts/{contractId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientContracts.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/contracts/{contractId}/sign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ClientContracts.sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/tier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Her tier and what is missing to the next, in words and numbers. */
    get: operations['ClientPoints.tier'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/points': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientPoints.sight'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/points/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Movements, latest first. */
    get: operations['ClientPoints.history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/check-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 签到: once a day. */
    post: operations['ClientPoints.checkIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/points-rewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientPoints.rewards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/points-redemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Points are taken at once; a piece waits in the store for its code, a coupon is among hers. */
    post: operations['ClientPoints.redeem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/points': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffClientPoints.points'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/points-adjustments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** By hand, with the reason; above the house's limit it waits for a second person. */
    post: operations['StaffClientPoints.request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-adjustments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for a second person in the caller's stores. */
    get: operations['StaffClientPoints.waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-adjustments/{adjustmentId}/decide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffClientPoints.decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-redemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rewards that wait to be picked up in the caller's stores. */
    get: operations['StaffClientPoints.toHandOver'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-redemptions/{redemptionId}/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A piece to whoever shows its code; two people may answer for what her health speaks against. */
    post: operations['StaffClientPoints.handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-redemptions/{redemptionId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Points and piece come back. */
    post: operations['StaffClientPoints.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffPoints.rules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** All rules as they are to be. */
    patch: operations['StaffPoints.changeRules'];
    trace?: never;
  };
  '/api/staff/points-rewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffPoints.rewards'];
    put?: never;
    post: operations['StaffPoints.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/points-rewards/{rewardId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A reward with its history. */
    get: operations['StaffPoints.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** The whole reward as it is to be; what was redeemed keeps its price. */
    patch: operations['StaffPoints.change'];
    trace?: never;
  };
  '/api/staff/tiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTiers.list'];
    put?: never;
    post: operations['StaffTiers.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/tiers/{tierId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A tier with its history. */
    get: operations['StaffTiers.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** The whole tier as it is to be; clients keep theirs until they are weighed the next time. */
    patch: operations['StaffTiers.change'];
    trace?: never;
  };
  '/api/staff/tier-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** What counts, and how long a tier stays. */
    patch: operations['StaffTiers.settings'];
    trace?: never;
  };
  '/api/staff/clients/{id}/tier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTiers.member'];
    put?: never;
    /** By hand, with the reason. */
    post: operations['StaffTiers.set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/refund-quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would go back now, by each of the law's three bases. */
    get: operations['ClientRefunds.quote'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientRefunds.list'];
    put?: never;
    /** From now on the value is held, until the salon has decided. */
    post: operations['ClientRefunds.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/refunds/{refundId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientRefunds.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/refunds/{refundId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** She does not want it any more: the value is free again. */
    post: operations['ClientRefunds.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/top-up-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What can be bought, each with the contract that is agreed to. */
    get: operations['ClientTopUps.plans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a top-up; what comes back opens WeChat's cashier. The same key tries the same order again. */
    post: operations['ClientTopUps.topUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientTopUps.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/orders/{orderNo}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An order; WeChat is asked when the answer is not known yet. */
    get: operations['ClientTopUps.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/orders/{orderNo}/pay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens the cashier once more for an order that waits to be paid. */
    post: operations['ClientTopUps.pay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientWallet.wallet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A month's movements, latest first. */
    get: operations['ClientWallet.statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/spends/{spendId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A deduction, as a line of the statement opens to it. */
    get: operations['ClientWallet.spend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/wallet/spends/{spendId}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** “This was not me”: the desk looks into it. */
    post: operations['ClientWallet.dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/member-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The code of this minute, for the desk to scan. */
    get: operations['ClientWallet.memberCode'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every plan, also drafts and those that are no longer sold. */
    get: operations['StaffPlans.list'];
    put?: never;
    post: operations['StaffPlans.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-plans/{planId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A plan with its history. */
    get: operations['StaffPlans.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** What was sold before keeps its own terms. */
    patch: operations['StaffPlans.change'];
    trace?: never;
  };
  '/api/staff/clients/{id}/refund-quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a client would get back now, by each of the law's three bases. */
    get: operations['StaffRefunds.quote'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffRefunds.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A store's refunds, latest first. */
    get: operations['StaffRefunds.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds/{refundId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffRefunds.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds/{refundId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person agrees: the money is on its way. */
    post: operations['StaffRefunds.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds/{refundId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turned down: the value is the client's again. */
    post: operations['StaffRefunds.reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds/{refundId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whoever asked by mistake takes it back: the value is the client's again. */
    post: operations['StaffRefunds.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stored-value-refunds/{refundId}/items/{seq}/pay-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes down that one lot's money was paid by hand. */
    post: operations['StaffRefunds.paid'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/contract-texts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every version, latest first; the first is in force. */
    get: operations['StaffRules.texts'];
    put?: never;
    /** A new version takes the place of the one before; what was signed keeps its own words. */
    post: operations['StaffRules.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/membership-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffRules.brandSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffRules.changeBrand'];
    trace?: never;
  };
  '/api/staff/membership-settings/{storeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffRules.storeSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** For a place whose rules differ; what is not set here follows the brand. */
    patch: operations['StaffRules.changeStore'];
    trace?: never;
  };
  '/api/staff/clients/{id}/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cash, or a bank card with the number of its slip. */
    post: operations['StaffSales.topUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A store's sales, latest first. */
    get: operations['StaffSales.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/top-ups/{topUpId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffSales.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/top-ups/{topUpId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A mirror entry: nothing is deleted; what was used already becomes a debt. */
    post: operations['StaffSales.undoTopUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/spends/{spendId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A mirror entry of a wrong deduction. */
    post: operations['StaffSales.undoSpend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffSales.contractsOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/contracts/{contractId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffSales.contract'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/opening-balances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes over what clients had before; a dry run names each cell that is wrong. Each protocol once. */
    post: operations['StaffSales.opening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/wallet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffWallets.wallet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/wallet/statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffWallets.statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/member-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose code was scanned. The code stays good. */
    post: operations['StaffWallets.readCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/spends': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A quick charge, with the client's code or a signed slip. */
    post: operations['StaffWallets.spend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/freeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffWallets.freeze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/unfreeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffWallets.unfreeze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** To another client: the giver shows her code, the caller her password once more. */
    post: operations['StaffWallets.transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/package-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What can be bought, each with the contract that is agreed to. */
    get: operations['ClientPackages.plans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/package-orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a purchase; what comes back opens WeChat's cashier. The same key tries the same order again. */
    post: operations['ClientPackages.buy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/packages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Her packages, those in use first. */
    get: operations['ClientPackages.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/packages/{packageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One with its uses and what happened to it. */
    get: operations['ClientPackages.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/packages/{packageId}/refund-quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What it would give back now, by each of the law's three bases. */
    get: operations['ClientPackages.quote'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/packages/{packageId}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** From now on it is held, until the salon has decided. It is listed among her refunds. */
    post: operations['ClientPackages.refund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/session-uses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Uses that wait for her word: what a visit took that she has not seen yet. */
    get: operations['ClientPackages.waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/session-uses/{useId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** “That is right”: one tap. */
    post: operations['ClientPackages.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/session-uses/{useId}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** “This was not me”: the desk looks into it. */
    post: operations['ClientPackages.dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/package-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every plan, also drafts and those that are no longer sold. */
    get: operations['StaffPackagePlans.list'];
    put?: never;
    post: operations['StaffPackagePlans.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/package-plans/{planId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A plan with its history. */
    get: operations['StaffPackagePlans.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** What was sold before keeps its own terms. */
    patch: operations['StaffPackagePlans.change'];
    trace?: never;
  };
  '/api/staff/clients/{id}/packages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffPackageSales.list'];
    put?: never;
    post: operations['StaffPackageSales.sell'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/session-uses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A session without a visit, with the client's code or a signed slip. */
    post: operations['StaffPackageSales.redeem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/session-uses/{useId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A wrong use: the session is there again. */
    post: operations['StaffPackageSales.reverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages-past-date': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Packages of a store whose date has passed with sessions that were paid for. */
    get: operations['StaffPackages.past'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffPackages.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/freeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets it rest; the days are added to its date. */
    post: operations['StaffPackages.freeze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/unfreeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffPackages.unfreeze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffPackages.extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** To another client: the giver shows her code, the caller her password once more. */
    post: operations['StaffPackages.transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/refund-quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What it would give back now, by each of the law's three bases. */
    get: operations['StaffPackages.quote'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** For the client; somebody else decides it, among the refunds of stored value. */
    post: operations['StaffPackages.refund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/convert': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What is left goes into a new package; the answer is the new one. */
    post: operations['StaffPackages.convert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/packages/{packageId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A wrong sale of the desk of which nothing was used. */
    post: operations['StaffPackages.reverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/price-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every rule, also those that are switched off. */
    get: operations['StaffPriceRules.list'];
    put?: never;
    post: operations['StaffPriceRules.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/price-rules/{ruleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A rule with its history. */
    get: operations['StaffPriceRules.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** The whole rule as it shall be; bills keep what they were priced with. */
    patch: operations['StaffPriceRules.change'];
    trace?: never;
  };
  '/api/staff/calendar-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CalendarLinks.mine'];
    /** A new link, shown this once; the one before opens nothing any more. Under no key: its answer is kept nowhere. */
    put: operations['CalendarLinks.make'];
    post?: never;
    delete: operations['CalendarLinks.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stores/{id}/booking-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BookingPolicy.read'];
    /** Holds for requests and offers from now on. */
    put: operations['BookingPolicy.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stores/{id}/daily-caps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DailyCaps.read'];
    /** Holds for what is booked from now on. */
    put: operations['DailyCaps.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/stores/{id}/peak-times': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PeakTimes.read'];
    /** Holds for what is booked from now on. */
    put: operations['PeakTimes.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The client's own visits: those ahead soonest first; the past ones, or all, latest first. */
    get: operations['ClientAppointments.list'];
    put?: never;
    /** Books a visit. 409 SLOT_TAKEN carries `alternatives`. */
    post: operations['ClientAppointments.book'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientAppointments.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancels; late where the free time is over. */
    post: operations['ClientAppointments.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes one of the times that the salon offered instead. */
    post: operations['ClientAppointments.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/appointments/{id}/reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves to another start; 409 SLOT_TAKEN carries `alternatives`. */
    post: operations['ClientAppointments.reschedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The store's menu, in its order; empty for a store that offers nothing. */
    get: operations['ClientAvailability.services'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/availability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Free times of some days for some services in a row. */
    get: operations['ClientAvailability.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whom a client can ask for, with the next free start for a service. */
    get: operations['ClientAvailability.staff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/offer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proposes up to three other times, which are kept for her. 409 SLOT_TAKEN carries `alternatives`. */
    post: operations['StaffAnswers.offer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes an offered time for a client who calls. */
    post: operations['StaffAnswers.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says no, with a reason that the client reads. */
    post: operations['StaffAnswers.decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A store's visits on a day, or those of a state on any day: `state=requested` is what waits for an answer. */
    get: operations['StaffAppointments.list'];
    put?: never;
    /** Books for a client who stands at the desk, calls or walks in. 409 SLOT_TAKEN carries `alternatives`. */
    post: operations['StaffAppointments.book'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffAppointments.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/planned-visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Books a visit of a care plan for those who treat her. 409 CARE_PLAN_TOO_SOON carries `earliestOn`. */
    post: operations['StaffAppointments.bookPlanned'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/arrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.arrive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/no-show': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.noShow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffAppointments.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves to another time or person; 409 SLOT_TAKEN carries `alternatives`, APPOINTMENT_CHANGED means look again. */
    post: operations['StaffAppointments.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything the board of one store and day shows, in one request. */
    get: operations['StaffCalendar.calendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/booking-standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a client's visits of the last months mean for booking in a store. */
    get: operations['StaffCalendar.standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/availability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Free times as the desk sees them: all of them, without lead time and horizon. */
    get: operations['StaffCalendar.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/qualifications/{id}/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffQualificationChanges.certificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/qualifications/{id}/skills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffQualificationChanges.skill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/certificate-rule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffQualificationChanges.rule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-requests/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Visits keep their time and person, and those that are touched are listed. 409 SHIFT_TOUCHES_VISITS: a visit came that
     *     was not shown yet; SHIFT_REQUEST_SETTLED: somebody else was faster.
     */
    post: operations['StaffRequestApprovals.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointment-statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How full the days were, how early clients book, who did not come: of visits that begin on these days. */
    get: operations['StaffStatistics.of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who works when in a store, over up to six weeks, with leave and how many visits each has. */
    get: operations['StaffShiftPlan.plan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/shift-plan/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changes days of the plan at once. A day that cannot be changed stays as it is and is named; visits keep their time
     *     and person, and those that are touched are listed. 409 SHIFT_TOUCHES_VISITS: a visit came that was not shown yet.
     */
    post: operations['StaffShiftPlan.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/store-closures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes the store on a day ahead. Visits on it stay and are listed, as with a change of the plan. */
    post: operations['StaffShiftPlan.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/store-closures/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens the store again on a day that was closed. */
    post: operations['StaffShiftPlan.lift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/touched-visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Visits ahead whose person will not be there, whatever the cause; those that were kept as they are come too. */
    get: operations['StaffShiftPlan.touched'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/stand-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is able and free to take over from somebody at the same time. */
    get: operations['StaffShiftPlan.standIns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/keep': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a visit stays as it is although its person is not on duty; a later change of it asks anew. */
    post: operations['StaffShiftPlan.keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/bills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Latest first; `awaiting` ones wait for her tap. */
    get: operations['ClientBills.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/bills/{billId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientBills.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/bills/{billId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Her tap: pays as the desk proposed. */
    post: operations['ClientBills.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/bills/{billId}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One tap: it was not so. The desk looks into it. */
    post: operations['ClientBills.dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A store's bills of a day, or all in a state: `state=parked` is what waits to be taken up again. */
    get: operations['StaffBills.list'];
    put?: never;
    /** Opens a bill for a visit or for whoever walked in. */
    post: operations['StaffBills.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffBills.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** All lines, people and discounts at once. `approver` stands for discounts above the caller's quota. */
    patch: operations['StaffBills.edit'];
    trace?: never;
  };
  '/api/staff/bills/{billId}/park': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffBills.park'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes up a parked bill, or takes back one that waits for the client. */
    post: operations['StaffBills.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/void': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffBills.void'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/ask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks the client to agree on her phone to be charged like this. */
    post: operations['StaffBills.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/pay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the money: every tender in one transaction. */
    post: operations['StaffBills.pay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Undoes a paid bill by the mirror of everything that it did. */
    post: operations['StaffBills.reverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/settle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers a dispute of a bill that was right. */
    post: operations['StaffBills.settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/bills/{billId}/copy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens a reversed bill again with the same lines. */
    post: operations['StaffBills.copy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/till-shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTill.list'];
    put?: never;
    /** Takes the till over with what is in it. */
    post: operations['StaffTill.openShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/till-shifts/{shiftId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts the till and gives it back. */
    post: operations['StaffTill.closeShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/daily-close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A day as it stands, or as it was closed. */
    get: operations['StaffTill.day'];
    put?: never;
    /** Locks the day. 409 BILLS_OPEN names the bills that are not finished. */
    post: operations['StaffTill.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/debt-payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes what a client owes, or a part of it. */
    post: operations['StaffTill.repay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/checkout-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTill.rules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** For the brand, or for one store. */
    patch: operations['StaffTill.change'];
    trace?: never;
  };
  '/api/client/treatments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was done at her visits, latest first. */
    get: operations['ClientTreatments.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-day': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A store's day with which records are written, and what was left unwritten before. */
    get: operations['StaffTreatments.day'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/treatment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The record of a visit, the caller's draft and what the form begins with. */
    get: operations['StaffTreatments.ofVisit'];
    put?: never;
    /** Writes the record of a visit that is under way or over; one each. */
    post: operations['StaffTreatments.write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/treatment/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keeps what was typed so far; only its author sees it. */
    put: operations['StaffTreatments.draft'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/treatments/{recordId}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Corrects a record: a version of its own with its reason; what stood before stays. */
    post: operations['StaffTreatments.correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/treatments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A client's records, latest visit first. */
    get: operations['StaffTreatments.ofClient'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/treatment-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One for each service of a store, also where none was set up yet. */
    get: operations['TreatmentTemplates.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/treatment-templates/{serviceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['TreatmentTemplates.save'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/birthday-gift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The one that she can use and that ends first; none once it is used or over. */
    get: operations['ClientGift.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/marketing-choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MarketingChoice.mine'];
    put: operations['MarketingChoice.say'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/marketing-choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MarketingChoice.of'];
    put: operations['MarketingChoice.note'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/automations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffAutomations.list'];
    put?: never;
    post: operations['StaffAutomations.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/automations/{automationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One with its last days and its history. */
    get: operations['StaffAutomations.one'];
    /** What was given before keeps its own terms. */
    put: operations['StaffAutomations.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/automations/{automationId}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who was given one, latest first. */
    get: operations['StaffAutomations.grants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/automations/{automationId}/run-now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs it now, or looks who would get one: nothing is given then, whatever its state. */
    post: operations['StaffAutomations.runNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/automations/{automationId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages about its coupons: all counted, and one by one for a page of its grants. */
    get: operations['AutomationMessages.of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/message-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The messages that clients may allow, each with the occasion at which one tap asks for it; those about visits in the
     *     order in which this visit needs them. The phone asks for the first three that she has not allowed yet.
     */
    get: operations['ClientMessages.templates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the client answered when the phone asked; each accept is worth one message. */
    post: operations['ClientMessages.record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is to be called in her stores, those that wait longest first. */
    get: operations['StaffCalls.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/calls/{callId}/settle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that she was called, and whether she answered. */
    post: operations['StaffCalls.done'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages about a visit and their fate. */
    get: operations['StaffMessages.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/visit-reminders/{storeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffReminders.inForce'];
    put: operations['StaffReminders.set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/appointments/{id}/briefing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to know before she comes in. Words about health only for those who treat; each read leaves its entry. */
    get: operations['StaffBriefing.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-filters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffClientFilters.list'];
    put?: never;
    post: operations['StaffClientFilters.keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-filters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['StaffClientFilters.drop'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the clients that all given filters leave. */
    get: operations['StaffClientList.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/page': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that her page shows at first, in one answer; what the caller may not read is left out. */
    get: operations['StaffOverview.whole'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/time-line': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that happened, latest first, by page; visits and bills only those of the caller's stores. */
    get: operations['StaffOverview.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-standing-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffStandingPolicy.inForce'];
    put: operations['StaffStandingPolicy.set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-standing-policy/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many clients would be in each stage today. Nothing is kept. */
    get: operations['StaffStandingPolicy.preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tag-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffTagRules.list'];
    put?: never;
    post: operations['StaffTagRules.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tag-rules/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many clients a rule would put its tag on today. Nothing is kept. */
    get: operations['StaffTagRules.count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-tag-rules/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffTagRules.change'];
    trace?: never;
  };
  '/api/client/assessments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientAssessments.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/assessment-forms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The forms in force. They speak of nobody: whoever reads the catalogue reads them. */
    get: operations['StaffAssessments.forms'];
    put?: never;
    /** Publishes the next version of a form; what was written by an older one stays readable by it. */
    post: operations['StaffAssessments.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/assessments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A client's assessments with all their versions, and what the caller has filled in so far. */
    get: operations['StaffAssessments.ofClient'];
    put?: never;
    post: operations['StaffAssessments.write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/assessments/{assessmentId}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Corrects an assessment: a version of its own with its reason; what stood before stays. */
    post: operations['StaffAssessments.correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/assessment-draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keeps what was filled in so far; only its author sees it. */
    put: operations['StaffAssessments.draft'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/formulas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffFormulas.ofClient'];
    put?: never;
    post: operations['StaffFormulas.write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/care-looks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CareLooks.look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/care-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientCare.check'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffCareKnowledge.all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge/ingredients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffCareKnowledge.createIngredient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge/ingredients/{ingredientId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffCareKnowledge.changeIngredient'];
    trace?: never;
  };
  '/api/staff/care-knowledge/conditions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffCareKnowledge.createCondition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge/conditions/{conditionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffCareKnowledge.changeCondition'];
    trace?: never;
  };
  '/api/staff/care-knowledge/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffCareKnowledge.createRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge/rules/{ruleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['StaffCareKnowledge.changeRule'];
    trace?: never;
  };
  '/api/staff/care-knowledge/services/{serviceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** What a service is made of and what it asks for. */
    put: operations['StaffCareKnowledge.setService'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-knowledge/products/{productId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** What a product is made of. */
    put: operations['StaffCareKnowledge.setProduct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/care-summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Cautions and exceptions: in words for those who treat, for the desk only that there are some. */
    get: operations['StaffHealth.summary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffHealth.read'];
    /** The whole file as it shall be. */
    put: operations['StaffHealth.save'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/care-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What speaks against services and products for her, before anything is booked, planned, started, billed or used. */
    get: operations['StaffHealth.check'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ClientConsents.list'];
    put?: never;
    /** Agrees to the version that she read. */
    post: operations['ClientConsents.give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/consents/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes one back; it holds from this moment. */
    post: operations['ClientConsents.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffConsents.list'];
    put?: never;
    /** Signed on the salon's screen, or on a numbered paper. */
    post: operations['StaffConsents.give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/consents/{consentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The words, the signature and who signed; whoever looks is written down. */
    get: operations['StaffConsents.proof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/consents/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** On the client's word. */
    post: operations['StaffConsents.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/consent-texts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every version, latest first; for `notice` without a service the one in force of each. */
    get: operations['StaffConsentTexts.list'];
    put?: never;
    /** A new version takes the place of the one before; what was signed keeps its own words. */
    post: operations['StaffConsentTexts.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/care-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Her plan as a path; a draft is not shown. */
    get: operations['ClientCarePlan.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/care-plan/agree': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** She says yes to the version that she read. */
    post: operations['ClientCarePlan.agree'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/care-plan/steps/{stepId}/rating': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** How she liked a visit; may be said anew. */
    put: operations['ClientCarePlan.rate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/care-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The plan that goes on, or the last one that she had, with how far it is and how she liked it. */
    get: operations['StaffCarePlans.read'];
    put?: never;
    /** Plans for her; one at a time. 409 CARE_CONTRAINDICATED asks for a second person. */
    post: operations['StaffCarePlans.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-plans/{planId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A version of its own with its reason; she is asked for her yes again. What is done or booked stays. */
    post: operations['StaffCarePlans.change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/care-plans/{planId}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets it rest, go on, or end. */
    post: operations['StaffCarePlans.turn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/questionnaires': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the services of her visits ask for, and what she answered before. */
    get: operations['ClientQuestionnaires.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/questionnaires/{questionnaireId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One to be filled in, and what she answered to it before. */
    get: operations['ClientQuestionnaires.mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/client/questionnaires/{questionnaireId}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers the version that she read; an earlier answer stays as it was given. */
    post: operations['ClientQuestionnaires.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaires': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What some services ask for and what she answered before; nothing of what she said. */
    get: operations['StaffAnswers.standings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaires/{questionnaireId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One to be filled in on the salon's screen. */
    get: operations['StaffAnswers.toFill'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaires/{questionnaireId}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** She filled it in on the salon's screen. */
    post: operations['StaffAnswers.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaire-answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What she answered, each by the version that it was given to. */
    get: operations['StaffAnswers.answers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaire-answers/{answerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them, with who signed it. */
    get: operations['StaffAnswers.proof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/clients/{id}/questionnaire-answers/{answerId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** She was asked: what she said stands in her health file from now on, or there is nothing to watch. */
    post: operations['StaffAnswers.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/questionnaires': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffQuestionnaires.list'];
    put?: never;
    /** Begins the draft of a new one. */
    post: operations['StaffQuestionnaires.begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/questionnaires/{questionnaireId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** With its draft and every version. */
    get: operations['StaffQuestionnaires.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/questionnaires/{questionnaireId}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keeps what somebody writes for the next version; it may be unfinished. */
    put: operations['StaffQuestionnaires.keep'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/questionnaires/{questionnaireId}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the draft in force; what was answered to an older version stays readable by it. */
    post: operations['StaffQuestionnaires.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffAudit.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/audit/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Walks the whole chain and names the first row that was changed, taken away or slipped in. */
    get: operations['StaffAudit.verify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffDuplicates.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/duplicates/{pairId}/dismiss': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** They are two people; nobody is asked again. */
    post: operations['StaffDuplicates.dismiss'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Her own; all of her stores for whoever decides. */
    get: operations['StaffExports.list'];
    put?: never;
    post: operations['StaffExports.request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports/{exportId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffExports.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports/{exportId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file, for a day and only for whoever asked for it. */
    get: operations['StaffExports.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports/{exportId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffExports.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports/{exportId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffExports.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-exports/{exportId}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['StaffExports.decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The latest of a store. */
    get: operations['StaffImports.list'];
    put?: never;
    /** Announces a file, which then comes in pieces. */
    post: operations['StaffImports.begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/part': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** One piece of the file. */
    put: operations['StaffImports.part'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/table': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Reads the file that came into rows, and says which column probably is what. */
    put: operations['StaffImports.read'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffImports.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** A dry run: names every bad cell and every client who has a file. */
    put: operations['StaffImports.check'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rows with what is bad in them, whom they mean, and what became of them. */
    get: operations['StaffImports.rows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** What is done with one client who has a file. */
    put: operations['StaffImports.choose'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/fault-sheet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bad cells as a table, to be mended in a spreadsheet. */
    get: operations['StaffImports.faultSheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes the rows that are sound; a job does it. */
    post: operations['StaffImports.run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/client-imports/{importId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back what was written, as long as nobody has worked with it. */
    post: operations['StaffImports.undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/merges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StaffMerges.list'];
    put?: never;
    post: operations['StaffMerges.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/merges/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Both files side by side, with what would move. */
    get: operations['StaffMerges.preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/merges/{mergeId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Within 30 days: what moved goes back, what came since stays with the file that went on. */
    post: operations['StaffMerges.undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    PreviewDto: {
      /** @description Origin of the simulated WeChat, on the host that asked. */
      sandboxOrigin: string;
    };
    JobDto: {
      id: string;
      /** @description Which work it is. */
      queue: string;
      /** @enum {string} */
      state: 'dead' | 'done' | 'ready';
      attempts: number;
      maxAttempts: number;
      /** @description What went wrong last, without personal data. */
      lastError: string | null;
      runAt: string;
      createdAt: string;
    };
    JobListDto: {
      items: components['schemas']['JobDto'][];
      nextCursor?: string;
    };
    WeekdayHoursDto: {
      /** @description 1 is Monday, 7 is Sunday. */
      weekday: number;
      /** @description Minutes since local midnight. */
      opensMinute: number;
      /** @description Minutes since local midnight; past 1440 the store is open into the night. */
      closesMinute: number;
    };
    OpenRangeDto: {
      /** @description Minutes since local midnight. */
      opensMinute: number;
      /** @description Minutes since local midnight; may pass 1440. */
      closesMinute: number;
    };
    StoreDto: {
      /**
       * Format: double
       * @description GCJ-02 degrees, as WeChat's map takes them.
       */
      latitude: number;
      /**
       * Format: double
       * @description GCJ-02 degrees, as WeChat's map takes them.
       */
      longitude: number;
      id: string;
      name: string;
      address: string;
      phone: string;
      /** @description IANA name of the store's zone. */
      timeZone: string;
      /** @description How many days ahead clients can book. */
      horizonDays: number;
      /** @description Cancelling is free until this many hours before the start. */
      freeCancelHours: number;
      /** @description Booking asks for a phone number first. */
      phoneRequired: boolean;
      hours: components['schemas']['WeekdayHoursDto'][];
      /** @description Null when the store stays closed today. */
      openToday: components['schemas']['OpenRangeDto'] | null;
    };
    StoreListDto: {
      items: components['schemas']['StoreDto'][];
    };
    StaffStoreDto: {
      /**
       * Format: double
       * @description GCJ-02 degrees, as WeChat's map takes them.
       */
      latitude: number;
      /**
       * Format: double
       * @description GCJ-02 degrees, as WeChat's map takes them.
       */
      longitude: number;
      id: string;
      name: string;
      address: string;
      phone: string;
      /** @description IANA name of the store's zone. */
      timeZone: string;
      /** @description How many days ahead clients can book. */
      horizonDays: number;
      /** @description Cancelling is free until this many hours before the start. */
      freeCancelHours: number;
      /** @description Booking asks for a phone number first. */
      phoneRequired: boolean;
      hours: components['schemas']['WeekdayHoursDto'][];
      /** @description Null when the store stays closed today. */
      openToday: components['schemas']['OpenRangeDto'] | null;
      shortName: string;
      /**
       * @description A paused store takes no new bookings from clients.
       * @enum {string}
       */
      state: 'open' | 'paused';
      /** @description Minutes between two starts offered to clients. */
      slotStepMinutes: number;
    };
    StaffStoreListDto: {
      items: components['schemas']['StaffStoreDto'][];
    };
    SkillDto: {
      id: string;
      name: string;
    };
    StaffMemberDto: {
      id: string;
      /** @description Name in the house's books. */
      name: string;
      /** @description Name that clients see. */
      displayName: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /** @enum {string} */
      position:
        | 'assistant'
        | 'colourist'
        | 'consultant'
        | 'finance'
        | 'front_desk'
        | 'manager'
        | 'marketing'
        | 'owner'
        | 'stylist'
        | 'therapist';
      /** @enum {string} */
      grade: 'director' | 'expert' | 'junior' | 'senior';
      title: string;
      bio: string;
      avatarUrl: string | null;
      /** @description Clients may pick her on the phone. */
      onlineBookable: boolean;
      skills: components['schemas']['SkillDto'][];
    };
    StaffMemberListDto: {
      items: components['schemas']['StaffMemberDto'][];
    };
    CertificateDto: {
      /** @description The last characters of its number. */
      numberEnd: string;
      /** @description Last day on which it holds. */
      validUntil: string;
      version: number;
    };
    QualificationDto: {
      staffId: string;
      name: string;
      title: string;
      /** @description Whether she works on clients with her hands, and so needs a certificate where the store asks for one. */
      treats: boolean;
      certificate: components['schemas']['CertificateDto'] | null;
      /**
       * @description `soon`: it ends within 30 days.
       * @enum {string}
       */
      standing: 'expired' | 'none' | 'soon' | 'valid';
      skillIds: string[];
    };
    QualificationsDto: {
      /** @description Whether nobody treats in the store without a valid certificate. */
      isRequired: boolean;
      people: components['schemas']['QualificationDto'][];
      /** @description All that the house knows. */
      skills: components['schemas']['SkillDto'][];
    };
    ProductDto: {
      id: string;
      name: string;
      /** @description The heading that it stands under. */
      category: string;
      brand: string;
      /** @description What one of it is: 50ml/瓶. */
      unit: string;
      description: string;
      /** @description Fen. */
      priceFen: number;
      /** @description Fen; null when members pay what all pay. */
      memberPriceFen: number | null;
      imageUrl: string | null;
    };
    ProductListDto: {
      items: components['schemas']['ProductDto'][];
    };
    StaffProductDto: {
      id: string;
      name: string;
      /** @description The heading that it stands under. */
      category: string;
      brand: string;
      /** @description What one of it is: 50ml/瓶. */
      unit: string;
      description: string;
      /** @description Fen. */
      priceFen: number;
      /** @description Fen; null when members pay what all pay. */
      memberPriceFen: number | null;
      imageUrl: string | null;
      barcode: string | null;
      /** @description Stores that sell it. */
      storeIds: string[];
      /** @enum {string} */
      state: 'off_sale' | 'on_sale';
      sort: number;
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
      /** @description RFC 3339, UTC. */
      updatedAt: string;
    };
    StaffProductListDto: {
      items: components['schemas']['StaffProductDto'][];
    };
    ProductVersionDto: {
      name: string;
      category: string;
      brand: string;
      unit: string;
      description: string;
      priceFen: number;
      memberPriceFen: number | null;
      barcode: string | null;
      imageUrl: string | null;
      storeIds: string[];
      /** @enum {string} */
      state: 'off_sale' | 'on_sale';
      sort: number;
    };
    ProductChangeDto: {
      version: number;
      /** @description RFC 3339, UTC. */
      at: string;
      byName: string;
      product: components['schemas']['ProductVersionDto'];
    };
    ProductHistoryDto: {
      product: components['schemas']['StaffProductDto'];
      /** @description Latest first. */
      changes: components['schemas']['ProductChangeDto'][];
    };
    CreateProductDto: {
      name: string;
      category: string;
      brand: string;
      /** @description What one of it is: 50ml/瓶. */
      unit: string;
      description: string;
      /** @description Fen. */
      priceFen: number;
      /** @description Fen; null when members pay what all pay. */
      memberPriceFen: number | null;
      /** @description Of one product only; null without one. */
      barcode: string | null;
      imageUrl: string | null;
      storeIds: string[];
      /** @enum {string} */
      state: 'off_sale' | 'on_sale';
      sort: number;
    };
    ChangeProductDto: {
      name: string;
      category: string;
      brand: string;
      /** @description What one of it is: 50ml/瓶. */
      unit: string;
      description: string;
      /** @description Fen. */
      priceFen: number;
      /** @description Fen; null when members pay what all pay. */
      memberPriceFen: number | null;
      /** @description Of one product only; null without one. */
      barcode: string | null;
      imageUrl: string | null;
      storeIds: string[];
      /** @enum {string} */
      state: 'off_sale' | 'on_sale';
      sort: number;
      /** @description The version that was read. */
      version: number;
    };
    ServiceSegmentDto: {
      /**
       * @description `processing`: the client waits and the person is free.
       * @enum {string}
       */
      kind: 'hands_on' | 'processing';
      minutes: number;
      /** @description What staff call the step. */
      label: string;
      /**
       * @description Who does it; null while processing.
       * @enum {string|null}
       */
      position: 'assistant' | 'colourist' | 'consultant' | 'stylist' | 'therapist' | null;
      /** @description Kind of place it needs. */
      roomKind: string | null;
      /** @description Kind of device it needs. */
      deviceKind: string | null;
    };
    GradePriceDto: {
      /** @enum {string} */
      grade: 'director' | 'expert' | 'junior' | 'senior';
      /** @description Fen. */
      priceFen: number;
    };
    StaffServiceDto: {
      segments: components['schemas']['ServiceSegmentDto'][];
      /** @description Minutes held before the visit that the client does not see. */
      bufferBeforeMinutes: number;
      /** @description Minutes held after the visit that the client does not see. */
      bufferAfterMinutes: number;
      id: string;
      name: string;
      categoryId: string;
      categoryName: string;
      description: string;
      imageUrl: string | null;
      /** @description List price in fen when the grade of the person does not change it. */
      priceFen: number;
      /** @description Price in fen for members; null when the same for all. */
      memberPriceFen: number | null;
      /** @description Grades that have a price of their own; empty when the price is the same for all. */
      gradePrices: components['schemas']['GradePriceDto'][];
      /** @description What the client sits through, waits included, buffers not. */
      durationMinutes: number;
      /**
       * @description `staff`: a booking from the phone waits until someone confirms it.
       * @enum {string}
       */
      confirmPolicy: 'auto' | 'staff';
      /** @description False when it is booked by phone or at the desk only. */
      onlineBookable: boolean;
      sort: number;
    };
    StaffServiceListDto: {
      items: components['schemas']['StaffServiceDto'][];
    };
    StaffClientLine: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
    };
    StaffClientPage: {
      items: components['schemas']['StaffClientLine'][];
      nextCursor?: string;
    };
    CreateClientBody: {
      name: string;
      /** @description A mobile number; it may stand on other files too. */
      phone?: string;
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null for none. */
      birthday?: string | null;
      /**
       * @description The calendar that `birthday` is counted by; solar unless told.
       * @enum {string}
       */
      birthdayCalendar?: 'lunar' | 'solar';
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth?: boolean;
      /** @enum {string} */
      source?:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      homeStoreId?: string | null;
      note?: string;
    };
    SamePhoneView: {
      id: string;
      name: string;
      memberNo: string;
    };
    ClientPhoneView: {
      id: string;
      masked: string;
      label: string;
      isPrimary: boolean;
      /** @description When the client proved that it is hers; null when only noted down. */
      verifiedAt: string | null;
    };
    CreatedClientView: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /** @description Other files that the phone stands on: a family, or one client twice. */
      samePhone: components['schemas']['SamePhoneView'][];
      /** @description `1990-05-12`, `--05-12` without a year, or null. */
      birthday: string | null;
      /**
       * @description The calendar that `birthday` is counted by.
       * @enum {string|null}
       */
      birthdayCalendar: 'lunar' | 'solar' | null;
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth: boolean;
      /** @enum {string} */
      source:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      homeStoreId: string | null;
      note: string;
      /** @enum {string} */
      state: 'active' | 'merged';
      /** @description The file that goes on when this one was merged away. */
      mergedInto: string | null;
      phones: components['schemas']['ClientPhoneView'][];
      version: number;
      createdAt: string;
    };
    OccasionBody: {
      /** @description In her own words: 结婚纪念日. */
      label: string;
      /** @description `2015-05-20`, or `--05-20` without a year. */
      date: string;
      /**
       * @description The calendar that `date` is counted by; solar unless told.
       * @enum {string}
       */
      calendar?: 'lunar' | 'solar';
      /** @description In a leap month (闰月); lunar ones only. */
      leapMonth?: boolean;
      /** @description False for a day that comes once; true unless told. */
      yearly?: boolean;
    };
    UpdateClientBody: {
      name?: string;
      /** @description Why, where the birthday makes a client who is too young look older; it stands in the history. */
      birthdayReason?: string;
      /** @description The version that was read: with it, a change made in between is a 409 instead of being overwritten. */
      version?: number;
      /** @description The salon's own number of her: letters and digits, hers alone; empty takes it away. */
      ownNo?: string | null;
      /** @description The member of staff who answers for her. */
      consultantId?: string | null;
      /** @description The client who sent her. */
      referrerId?: string | null;
      occupation?: string;
      email?: string;
      /** @description The area she lives in, as far as she said. */
      address?: string;
      wechatName?: string;
      brands?: string;
      scents?: string;
      /** @enum {string|null} */
      pressure?: 'firm' | 'light' | 'medium' | null;
      /** @enum {string|null} */
      talk?: 'either' | 'quiet' | 'talkative' | null;
      preferredStaffIds?: string[];
      usualServiceIds?: string[];
      /** @description All days that matter to her beside the birthday. */
      occasions?: components['schemas']['OccasionBody'][];
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null for none. */
      birthday?: string | null;
      /**
       * @description The calendar that `birthday` is counted by; solar unless told.
       * @enum {string}
       */
      birthdayCalendar?: 'lunar' | 'solar';
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth?: boolean;
      /** @enum {string} */
      source?:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      homeStoreId?: string | null;
      note?: string;
    };
    StaffClientView: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null. */
      birthday: string | null;
      /**
       * @description The calendar that `birthday` is counted by.
       * @enum {string|null}
       */
      birthdayCalendar: 'lunar' | 'solar' | null;
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth: boolean;
      /** @enum {string} */
      source:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      homeStoreId: string | null;
      note: string;
      /** @enum {string} */
      state: 'active' | 'merged';
      /** @description The file that goes on when this one was merged away. */
      mergedInto: string | null;
      phones: components['schemas']['ClientPhoneView'][];
      version: number;
      createdAt: string;
    };
    AddPhoneBody: {
      phone: string;
      /** @description Whose or what it is: 妈妈, 公司. */
      label?: string;
      primary?: boolean;
      /** @description That the phone is shared with the other files that have it, as in a family: without it that is refused. */
      shared?: boolean;
    };
    RevealPhoneBody: {
      /** @description The main one unless told. */
      phoneId?: string;
      /** @description Why it is needed; kept in the audit trail. */
      reason: string;
    };
    RevealedPhone: {
      phone: string;
    };
    RevealContactBody: {
      /** @enum {string} */
      detail: 'address' | 'email' | 'wechatName';
      /** @description Why it is needed; kept in the audit trail. */
      reason: string;
    };
    RevealedContact: {
      value: string;
    };
    ReferrerView: {
      id: string;
      name: string;
      memberNo: string;
    };
    ClientContactView: {
      email: string;
      address: string;
      wechatName: string;
    };
    ClientPreferencesView: {
      staffIds: string[];
      serviceIds: string[];
      brands: string;
      scents: string;
      /** @enum {string|null} */
      pressure: 'firm' | 'light' | 'medium' | null;
      /** @enum {string|null} */
      talk: 'either' | 'quiet' | 'talkative' | null;
    };
    TagOnFileView: {
      id: string;
      name: string;
      groupId: string;
      groupName: string;
      /** @enum {string} */
      color: 'amber' | 'brand' | 'ink' | 'leaf';
      /**
       * @description A rule's tag comes and goes by itself.
       * @enum {string}
       */
      keptBy: 'hand' | 'rule';
    };
    OccasionView: {
      label: string;
      date: string;
      /** @enum {string} */
      calendar: 'lunar' | 'solar';
      leapMonth: boolean;
      yearly: boolean;
      /** @description The next day on which it is kept; null for one that is over. */
      nextOn: string | null;
    };
    LinkedFileView: {
      id: string;
      name: string;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /**
       * @description What she or he is to the client.
       * @enum {string}
       */
      relation:
        | 'child'
        | 'friend'
        | 'grandchild'
        | 'grandparent'
        | 'parent'
        | 'relative'
        | 'sibling'
        | 'spouse';
    };
    FileStandingView: {
      /** @description Of what the policy wants, in whole percent. */
      completeness: number;
      missing: (
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName'
      )[];
      /** @description `2026-11-22`; null when the number was changed since and nobody has tried it. */
      contactCheckedOn: string | null;
      /**
       * @description Why contact data has to be looked at: the number changed, or it is too long ago.
       * @enum {string|null}
       */
      contactDue: 'changed' | 'old' | null;
    };
    ClientProfileView: {
      ownNo: string | null;
      consultantId: string | null;
      referrer: components['schemas']['ReferrerView'] | null;
      occupation: string;
      contact: components['schemas']['ClientContactView'];
      preferences: components['schemas']['ClientPreferencesView'];
      tags: components['schemas']['TagOnFileView'][];
      occasions: components['schemas']['OccasionView'][];
      links: components['schemas']['LinkedFileView'][];
      standing: components['schemas']['FileStandingView'];
    };
    WrittenNoteView: {
      id: string;
      /** @description Empty when it struck out what was there. */
      text: string;
      byName: string;
      at: string;
    };
    NoteView: {
      /** @enum {string} */
      visibility: 'all' | 'care' | 'managers';
      /** @description What it said before, latest first. */
      earlier: components['schemas']['WrittenNoteView'][];
      id: string;
      /** @description Empty when it struck out what was there. */
      text: string;
      byName: string;
      at: string;
    };
    NotesView: {
      items: components['schemas']['NoteView'][];
      /** @description The kinds that the reader may write: those that she may read. */
      visibilities: ('all' | 'care' | 'managers')[];
    };
    AddNoteBody: {
      text: string;
      /**
       * @description Who will read it; one that the writer may not read herself is refused.
       * @enum {string}
       */
      visibility: 'all' | 'care' | 'managers';
    };
    NoteWrittenView: {
      id: string;
    };
    CorrectNoteBody: {
      /** @description Empty strikes the note out. */
      text: string;
    };
    SetTagsBody: {
      /** @description All that she is to have, beside those that rules keep. */
      tagIds: string[];
    };
    LinkBody: {
      /**
       * @description What the other is to her.
       * @enum {string}
       */
      relation:
        | 'child'
        | 'friend'
        | 'grandchild'
        | 'grandparent'
        | 'parent'
        | 'relative'
        | 'sibling'
        | 'spouse';
    };
    FileChangeView: {
      id: string;
      /** @enum {string} */
      field:
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'contactChecked'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'links'
        | 'name'
        | 'occasions'
        | 'occupation'
        | 'ownNo'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrer'
        | 'scents'
        | 'source'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName';
      /** @description Ids and codes where the field holds some; how she is reached is masked. */
      from: string;
      to: string;
      /** @description Where one was asked for. */
      reason: string | null;
      /** @enum {string} */
      byKind: 'client' | 'staff' | 'system';
      byName: string;
      at: string;
    };
    FileChangePage: {
      items: components['schemas']['FileChangeView'][];
      nextCursor?: string;
    };
    TagView: {
      id: string;
      name: string;
      /** @enum {string} */
      keptBy: 'hand' | 'rule';
      /**
       * @description A retired one stays where it is and is put on no other file.
       * @enum {string}
       */
      state: 'active' | 'retired';
    };
    TagGroupView: {
      id: string;
      name: string;
      /** @enum {string} */
      color: 'amber' | 'brand' | 'ink' | 'leaf';
      oneOf: boolean;
      /**
       * @description need: its tags say what a client comes for.
       * @enum {string}
       */
      purpose: 'free' | 'need';
      tags: components['schemas']['TagView'][];
    };
    TagGroupListView: {
      items: components['schemas']['TagGroupView'][];
    };
    AddTagGroupBody: {
      name: string;
      /** @enum {string} */
      color: 'amber' | 'brand' | 'ink' | 'leaf';
      /** @description At most one of its tags on a file; decided once. */
      oneOf: boolean;
      /**
       * @description `need` where its tags say what a client comes for; free unless told.
       * @enum {string}
       */
      purpose?: 'free' | 'need';
    };
    ChangeTagGroupBody: {
      name?: string;
      /** @enum {string} */
      color?: 'amber' | 'brand' | 'ink' | 'leaf';
      /** @enum {string} */
      purpose?: 'free' | 'need';
    };
    AddTagBody: {
      name: string;
    };
    ChangeTagBody: {
      name?: string;
      /** @enum {string} */
      state?: 'active' | 'retired';
    };
    FilePolicyView: {
      atCreation: ('birthday' | 'gender' | 'phone' | 'source')[];
      wanted: (
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName'
      )[];
      verifyMonths: number | null;
    };
    FilePolicyBody: {
      /** @description What a file that is opened at the desk has to say at once, beside the name. */
      atCreation: ('birthday' | 'gender' | 'phone' | 'source')[];
      /** @description What a complete file says. */
      wanted: (
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName'
      )[];
      /** @description Months after which somebody is to make sure how a client is reached; null reminds nobody. */
      verifyMonths: number | null;
    };
    ConsultantFilesView: {
      /** @description Null for the files that nobody answers for. */
      consultantId: string | null;
      files: number;
      /** @description Mean completeness, in whole percent. */
      average: number;
      complete: number;
      contactsDue: number;
    };
    FileReportView: {
      items: components['schemas']['ConsultantFilesView'][];
      /** @description Files that are still counted under an older policy. */
      waiting: number;
    };
    FileToCareView: {
      /** @description Of what the policy wants, in whole percent. */
      completeness: number;
      missing: (
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName'
      )[];
      /** @description `2026-11-22`; null when the number was changed since and nobody has tried it. */
      contactCheckedOn: string | null;
      /**
       * @description Why contact data has to be looked at: the number changed, or it is too long ago.
       * @enum {string|null}
       */
      contactDue: 'changed' | 'old' | null;
      id: string;
      name: string;
      memberNo: string;
      phoneMasked: string | null;
      consultantId: string | null;
    };
    FileToCarePage: {
      items: components['schemas']['FileToCareView'][];
      nextCursor?: string;
    };
    ClientView: {
      id: string;
      name: string;
      /** @description False while the name is only the stand-in that a first sign-in gets: nobody should be greeted by it. */
      named: boolean;
      /** @description Only the last four digits show; null until a phone was given. */
      phoneMasked: string | null;
      /** @description True until she has given a phone: nothing of her is known yet. */
      isNew: boolean;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
    };
    OwnProfileView: {
      name: string;
      /** @description False while the name is only the stand-in that a first sign-in gets. */
      named: boolean;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      birthday: string | null;
      /** @enum {string|null} */
      birthdayCalendar: 'lunar' | 'solar' | null;
      birthdayLeapMonth: boolean;
      occasions: components['schemas']['OccasionView'][];
      /** @enum {string|null} */
      pressure: 'firm' | 'light' | 'medium' | null;
      /** @enum {string|null} */
      talk: 'either' | 'quiet' | 'talkative' | null;
      scents: string;
      brands: string;
      version: number;
    };
    UpdateMeBody: {
      name?: string;
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null for none. */
      birthday?: string | null;
      /**
       * @description The calendar that `birthday` is counted by; solar unless told.
       * @enum {string}
       */
      birthdayCalendar?: 'lunar' | 'solar';
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth?: boolean;
      /** @description All days that matter to her beside the birthday. */
      occasions?: components['schemas']['OccasionBody'][];
      /** @enum {string|null} */
      pressure?: 'firm' | 'light' | 'medium' | null;
      /** @enum {string|null} */
      talk?: 'either' | 'quiet' | 'talkative' | null;
      scents?: string;
      brands?: string;
      /** @description The version that was read: with it, a change made in between is a 409 instead of being overwritten. */
      version?: number;
    };
    SignInClientBody: {
      /** @description What wx.login gave; good once, for five minutes. */
      code: string;
    };
    ClientSessionView: {
      /** @description Send it as `Authorization: Bearer`. */
      token: string;
      /** @description Pushed on by use. */
      expiresAt: string;
      client: components['schemas']['ClientView'];
    };
    SmsCodeBody: {
      phone: string;
    };
    SmsCodeView: {
      expiresAt: string;
      resendAfterSeconds: number;
    };
    BindPhoneBody: {
      /** @description What WeChat's phone button gave. */
      code?: string;
      phone?: string;
      /** @description The six digits of the message. */
      smsCode?: string;
      /** @description From a PHONE_SHARED or PHONE_TIED answer. */
      proof?: string;
      /** @description One of the candidates, or `new` for a file of her own. */
      customerId?: string;
    };
    SignInStaffBody: {
      username: string;
      password: string;
      /** @description The six digits of the authenticator app, for accounts that have one. */
      totp?: string;
    };
    StaffStoreRef: {
      id: string;
      name: string;
    };
    StaffIdentityView: {
      id: string;
      name: string;
      roles: (
        | 'consultant'
        | 'desk'
        | 'finance'
        | 'manager'
        | 'marketing'
        | 'owner'
        | 'therapist'
      )[];
      stores: components['schemas']['StaffStoreRef'][];
    };
    NewStaffSessionView: {
      /** @description Send it as `Authorization: Bearer`. The browser gets a cookie instead. */
      token?: string;
      expiresAt: string;
      staff: components['schemas']['StaffIdentityView'];
      permissions: string[];
      /** @description For the browser, whose session is in its cookie: repeat it as X-CSRF-Token on unsafe calls. */
      csrfToken?: string;
    };
    StaffSessionView: {
      staff: components['schemas']['StaffIdentityView'];
      permissions: string[];
      /** @description For the browser, whose session is in its cookie: repeat it as X-CSRF-Token on unsafe calls. */
      csrfToken?: string;
    };
    ChangePasswordBody: {
      current: string;
      next: string;
    };
    TotpSetUpView: {
      /** @description Base 32, for typing into the app by hand. */
      secret: string;
      /** @description otpauth:// for the QR code. */
      uri: string;
    };
    ConfirmTotpBody: {
      totp: string;
    };
    RemoveTotpBody: {
      password: string;
    };
    StretchDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    OwnShiftDto: {
      localDate: string;
      storeName: string;
      /** @description The name that the hours carry; null for hours of their own. */
      templateName: string | null;
      breaks: components['schemas']['StretchDto'][];
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    OwnAbsenceDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @enum {string} */
      kind: 'block' | 'break' | 'leave';
    };
    OwnShiftsDto: {
      shifts: components['schemas']['OwnShiftDto'][];
      /** @description Leave, and whatever else keeps her from being booked. */
      away: components['schemas']['OwnAbsenceDto'][];
    };
    RequestStepDto: {
      /** @enum {string} */
      state: 'approved' | 'asked' | 'called_off' | 'refused' | 'withdrawn';
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      words: string | null;
    };
    ShiftRequestDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      id: string;
      staffId: string;
      staffName: string;
      storeId: string;
      /** @enum {string} */
      kind: 'change' | 'leave';
      /** @enum {string|null} */
      leaveKind: 'annual' | 'other' | 'personal' | 'rest' | 'sick' | null;
      /** @description Local days, first and last. */
      from: string;
      to: string;
      /** @description Whether it is about whole days. */
      wholeDays: boolean;
      /** @description Of a change: the name of the hours; null for a day off, and for a leave. */
      templateName: string | null;
      /** @enum {string} */
      state: 'approved' | 'asked' | 'called_off' | 'refused' | 'withdrawn';
      /** @description In their order; the first is who asked. */
      steps: components['schemas']['RequestStepDto'][];
      /** @description Whether an agreed leave may still be called off. */
      isAhead: boolean;
    };
    ShiftRequestListDto: {
      items: components['schemas']['ShiftRequestDto'][];
    };
    AskForLeaveDto: {
      /** @description One of the caller's own stores, whose managers decide. */
      storeId: string;
      /** @enum {string} */
      leaveKind: 'annual' | 'other' | 'personal' | 'rest' | 'sick';
      /** @description First local day, from today on. */
      from: string;
      /** @description Last local day; the first again for one day. */
      to: string;
      /** @description For some hours of one day: minutes since local midnight, in steps of 5. Null: whole days. */
      startMinute: number | null;
      endMinute: number | null;
      /** @description What whoever decides should know; may be empty. */
      words: string;
    };
    AskForHoursDto: {
      /** @description One of the caller's own stores, whose managers decide. */
      storeId: string;
      date: string;
      /** @description Which hours of the store she asks for; null: a day off. */
      templateId: string | null;
      /** @description What whoever decides should know; may be empty. */
      words: string;
    };
    StoreShiftRequestsDto: {
      /** @description The longest-waiting first. */
      waiting: components['schemas']['ShiftRequestDto'][];
      /** @description Of the last three months, latest first. */
      settled: components['schemas']['ShiftRequestDto'][];
    };
    RequestReasonDto: {
      /** @description Who asked reads it. */
      reason: string;
    };
    ShiftDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      staffId: string;
      staffName: string;
      localDate: string;
      breaks: components['schemas']['StretchDto'][];
    };
    ShiftListDto: {
      items: components['schemas']['ShiftDto'][];
    };
    MinuteStretchDto: {
      startMinute: number;
      endMinute: number;
    };
    ShiftTemplateDto: {
      id: string;
      name: string;
      /** @enum {string} */
      colour: 'amber' | 'brand' | 'ink' | 'leaf';
      /** @description Minutes since local midnight; past 1440 on the next day. */
      startMinute: number;
      endMinute: number;
      breaks: components['schemas']['MinuteStretchDto'][];
      /** @enum {string} */
      state: 'active' | 'retired';
      version: number;
    };
    ShiftTemplateListDto: {
      items: components['schemas']['ShiftTemplateDto'][];
    };
    NewShiftTemplateDto: {
      startMinute: number;
      endMinute: number;
      /** @description One of the caller's own stores. */
      storeId: string;
      name: string;
      /** @enum {string} */
      colour: 'amber' | 'brand' | 'ink' | 'leaf';
      /** @description Within the hours, apart from each other; at most three. */
      breaks: components['schemas']['MinuteStretchDto'][];
    };
    ShiftTemplateChangeDto: {
      startMinute: number;
      endMinute: number;
      /**
       * @description `retired`: not offered any more; shifts that were made of it stay.
       * @enum {string}
       */
      state: 'active' | 'retired';
      /** @description That was on the screen. */
      version: number;
      name: string;
      /** @enum {string} */
      colour: 'amber' | 'brand' | 'ink' | 'leaf';
      /** @description Within the hours, apart from each other; at most three. */
      breaks: components['schemas']['MinuteStretchDto'][];
    };
    TurnDto: {
      staffId: string;
      /** @description One of the caller's own stores. */
      storeId: string;
      /**
       * @description Comes, goes, or passes her turn on.
       * @enum {string}
       */
      act: 'passed' | 'sign_in' | 'sign_out';
    };
    InQueueDto: {
      isIn: boolean;
    };
    MyTurnDto: {
      /** @description One of the caller's own stores. */
      storeId: string;
      /**
       * @description Comes, goes, or passes her turn on.
       * @enum {string}
       */
      act: 'passed' | 'sign_in' | 'sign_out';
    };
    TurnRulesDto: {
      /** @description Clients who ask for nobody go to whoever is next. */
      isKept: boolean;
      /** @description A visit whose client asked for the person costs her turn too. */
      requestedCounts: boolean;
    };
    ProgressStepDto: {
      /** @enum {string} */
      kind: 'hands_on' | 'rest' | 'wait';
      /** @description Null while she waits between services. */
      serviceName: string | null;
      /** @description Name that clients see; null where nobody has to be there. */
      staffName: string | null;
      /** @description As it comes, not as it was planned; RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @enum {string} */
      state: 'done' | 'next' | 'now';
    };
    OwnFeedbackDto: {
      id: string;
      /** @enum {string} */
      wish: 'come' | 'cooler' | 'fine' | 'lighter' | 'stronger' | 'warmer' | 'words';
      words: string | null;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @description When the house saw it; RFC 3339 in the store's offset. */
      seenAt: string | null;
    };
    VisitProgressDto: {
      /** @enum {string} */
      state:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      /** @description When she was begun; RFC 3339 in the store's offset. */
      begunAt: string | null;
      /** @description When she is likely to be finished; null while she is not there. RFC 3339 in the store's offset. */
      expectedEnd: string | null;
      /** @description It takes longer than was expected. */
      isOver: boolean;
      steps: components['schemas']['ProgressStepDto'][];
      /** @description Names of products used so far. */
      products: string[];
      feedback: components['schemas']['OwnFeedbackDto'][];
      /** @description She can say a word now. */
      canTell: boolean;
    };
    TellDto: {
      /** @enum {string} */
      wish: 'come' | 'cooler' | 'fine' | 'lighter' | 'stronger' | 'warmer' | 'words';
      /** @description Needed for `words`. */
      words?: string;
    };
    UnseenFeedbackDto: {
      id: string;
      /** @enum {string} */
      wish: 'come' | 'cooler' | 'fine' | 'lighter' | 'stronger' | 'warmer' | 'words';
      words: string | null;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @description When the house saw it; RFC 3339 in the store's offset. */
      seenAt: string | null;
      appointmentId: string;
      customerName: string;
      serviceNames: string[];
      staffNames: string[];
    };
    UnseenFeedbackListDto: {
      /** @description Oldest first. */
      items: components['schemas']['UnseenFeedbackDto'][];
    };
    VisitFeedbackDto: {
      /** @description Oldest first. */
      items: components['schemas']['OwnFeedbackDto'][];
    };
    SeenDto: {
      /** @description When it was seen first; RFC 3339 in the store's offset. */
      seenAt: string;
    };
    CheckedRowsDto: {
      accounts: number;
      txs: number;
      postings: number;
      lines: number;
      lots: number;
      holds: number;
      dailySums: number;
      seals: number;
    };
    BadRowDto: {
      table: string;
      /** @description Its primary key, parts joined by a slash. */
      key: string;
      /** @description What is wrong, in Chinese. */
      problem: string;
    };
    LedgerVerdictDto: {
      /** @description True when every row is as it must be. */
      ok: boolean;
      checked: components['schemas']['CheckedRowsDto'];
      /** @description Null when all is well. */
      firstBadRow: components['schemas']['BadRowDto'] | null;
      /** @description Milliseconds it took. */
      tookMs: number;
    };
    LedgerSealDto: {
      /** @description From 1, without gaps. */
      no: number;
      /** @description The first moment it covers, RFC 3339 in the salon's offset; null for the first seal, which covers all before. */
      from: string | null;
      /** @description The first moment after it, RFC 3339 in the salon's offset. */
      to: string;
      /** @description How many entries were posted in between. */
      txCount: number;
      /** @description Merkle root of these entries, hex. */
      root: string;
      /** @description Its own hash, hex. */
      hash: string;
      /** @description Hash of the seal before it, hex; null for the first. */
      previousHash: string | null;
      /** @description It names the hash of the seal before it. */
      chained: boolean;
      /** @description What it claims was signed by a key of the house. */
      signatureOk: boolean;
      /**
       * @description Whether the files outside the database hold the same line.
       * @enum {string}
       */
      exported: 'different' | 'found' | 'missing';
    };
    LedgerSealListDto: {
      items: components['schemas']['LedgerSealDto'][];
      /** @description Where the next page begins; missing on the last one. */
      nextCursor?: string;
    };
    LedgerAboutDto: {
      name: string;
      value: string;
    };
    LedgerAccountDto: {
      code: string;
      /** @description As staff read it. */
      name: string;
      /** @enum {string} */
      ownerKind: 'card' | 'customer' | 'house' | 'package' | 'staff';
      /** @description The client, package, card or member of staff; null for the house. */
      ownerId: string | null;
      /** @description The store of a house account; null for all others. */
      storeId: string | null;
    };
    LedgerLineDto: {
      /** @description Its number among the lines of its account. */
      seq: number;
      /** @description Fen or units. */
      delta: number;
      balanceAfter: number;
      /** @description Hex. */
      hash: string;
    };
    LedgerPostingDto: {
      debit: components['schemas']['LedgerAccountDto'];
      credit: components['schemas']['LedgerAccountDto'];
      /** @enum {string} */
      asset: 'CNY' | 'CPN' | 'PTS' | 'SES';
      /** @description Fen for CNY, else units. */
      amount: number;
      /** @description Null for house accounts, which keep no balance. */
      debitLine: components['schemas']['LedgerLineDto'] | null;
      creditLine: components['schemas']['LedgerLineDto'] | null;
    };
    LedgerTransactionDto: {
      entryNo: string;
      kind: string;
      /** @description As staff read it. */
      kindName: string;
      /** @description What makes it one of a kind: an order, a bill, a request. */
      bizKey: string;
      storeId: string;
      /** @description The business day. */
      effectiveOn: string;
      /** @description RFC 3339 in the store's offset. */
      postedAt: string;
      /** @enum {string} */
      actorKind: 'client' | 'staff' | 'system';
      actorId: string;
      about: components['schemas']['LedgerAboutDto'][];
      /** @description Hex. */
      hash: string;
      /** @description The entry that this one undoes. */
      reversesEntryNo: string | null;
      /** @description The entry that undid this one. */
      reversedByEntryNo: string | null;
      /** @description The seal that covers it; null while its hour is not sealed. */
      sealNo: number | null;
      postings: components['schemas']['LedgerPostingDto'][];
    };
    StoreLiabilityDto: {
      storeId: string;
      principalFen: number;
      bonusFen: number;
      packageFen: number;
      sessions: number;
      timeCardFen: number;
      /** @description Refunds that were approved and whose money has not left yet. */
      refundFen: number;
    };
    LiabilityDto: {
      stores: components['schemas']['StoreLiabilityDto'][];
      /** @description Deposits of visits to come, all stores. */
      depositFen: number;
      giftCardFen: number;
      commissionFen: number;
      /** @description What clients owe. */
      receivableFen: number;
    };
    NamedThingDto: {
      id: string;
      name: string;
    };
    CouponDto: {
      id: string;
      /** @description As people read it out. */
      no: string;
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      /** @description `满300减50` */
      words: string;
      /** @description What stands large on its face: `50`, `8.5`, `免单`. */
      faceValue: string;
      /** @description Of the large number: `元`, `折`; empty after a word. */
      faceUnit: string;
      /** @description What else has to be known, a sentence each. */
      limits: string[];
      note: string;
      /** @enum {string} */
      state: 'expired' | 'held' | 'issued' | 'revoked' | 'used';
      /** @enum {string} */
      source: 'claim' | 'hand' | 'points' | 'rule';
      /** @description YYYY-MM-DD; before it the coupon is not good yet. */
      validFrom: string;
      /** @description YYYY-MM-DD, included. */
      validUntil: string;
      /** @description Services it names; a visit for one of them can be booked. */
      serviceIds: string[];
      /** @description Where it is good. */
      stores: components['schemas']['NamedThingDto'][];
      /** @description RFC 3339 in the salon's offset. */
      issuedAt: string;
      /** @description When it was used, ran out or was revoked; null while it is good. */
      endedAt: string | null;
    };
    CouponCountsDto: {
      usable: number;
      used: number;
      expired: number;
    };
    CouponListDto: {
      items: components['schemas']['CouponDto'][];
      /** @description How many are on each shelf; a hundred at most are listed. */
      counts: components['schemas']['CouponCountsDto'];
    };
    CouponOfferDto: {
      templateId: string;
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      words: string;
      faceValue: string;
      faceUnit: string;
      limits: string[];
      note: string;
      validityWords: string;
      stores: components['schemas']['NamedThingDto'][];
      /** @description How many are left; null without a limit. */
      left: number | null;
      /** @description How many she may still take; null without a limit. */
      mayTake: number | null;
      /** @description She has taken one before. */
      taken: boolean;
    };
    CouponOfferListDto: {
      items: components['schemas']['CouponOfferDto'][];
    };
    CouponChangeDto: {
      /** @enum {string} */
      action: 'expire' | 'issue' | 'move' | 'return' | 'revoke' | 'use';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      byName: string;
      storeName: string;
      reason: string | null;
      billId: string | null;
      /** @description What it took off, in fen; uses and returns only. */
      savedFen: number | null;
      /** @description The ledger's number of the entry. */
      txId: string;
    };
    StaffCouponDto: {
      id: string;
      /** @description As people read it out. */
      no: string;
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      /** @description `满300减50` */
      words: string;
      /** @description What stands large on its face: `50`, `8.5`, `免单`. */
      faceValue: string;
      /** @description Of the large number: `元`, `折`; empty after a word. */
      faceUnit: string;
      /** @description What else has to be known, a sentence each. */
      limits: string[];
      note: string;
      /** @enum {string} */
      state: 'expired' | 'held' | 'issued' | 'revoked' | 'used';
      /** @enum {string} */
      source: 'claim' | 'hand' | 'points' | 'rule';
      /** @description YYYY-MM-DD; before it the coupon is not good yet. */
      validFrom: string;
      /** @description YYYY-MM-DD, included. */
      validUntil: string;
      /** @description Services it names; a visit for one of them can be booked. */
      serviceIds: string[];
      /** @description Where it is good. */
      stores: components['schemas']['NamedThingDto'][];
      /** @description RFC 3339 in the salon's offset. */
      issuedAt: string;
      /** @description When it was used, ran out or was revoked; null while it is good. */
      endedAt: string | null;
      clientId: string;
      templateId: string;
      /** @description The store that issued it. */
      storeId: string;
      storeName: string;
      /** @description Oldest first. */
      changes: components['schemas']['CouponChangeDto'][];
    };
    StaffCouponListDto: {
      items: components['schemas']['StaffCouponDto'][];
    };
    IssueCouponsDto: {
      templateId: string;
      /** @description The store in whose name they are given. */
      storeId: string;
      clientIds: string[];
      reason?: string;
    };
    CouponBatchRowDto: {
      clientId: string;
      clientName: string;
      couponId: string | null;
      /** @description Code of why she got none; null while her turn has not come, too. */
      code: string | null;
      /** @description The same in words. */
      message: string | null;
    };
    CouponBatchDto: {
      id: string;
      /** @enum {string} */
      state: 'done' | 'running';
      templateId: string;
      templateName: string;
      storeId: string;
      total: number;
      issued: number;
      refused: number;
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @description In the order in which they were sent. */
      rows: components['schemas']['CouponBatchRowDto'][];
    };
    RevokeCouponDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
    };
    CouponReportLineDto: {
      templateId: string;
      templateName: string;
      /** @description YYYY-MM */
      month: string;
      issued: number;
      used: number;
      returned: number;
      expired: number;
      revoked: number;
      /** @description What uses took off, less what came back, in fen. */
      costFen: number;
    };
    CouponReportSumsDto: {
      issued: number;
      used: number;
      returned: number;
      expired: number;
      revoked: number;
      costFen: number;
    };
    CouponReportDto: {
      /** @description YYYY-MM */
      fromMonth: string;
      /** @description YYYY-MM, included. */
      untilMonth: string;
      /** @description Months newest first. */
      lines: components['schemas']['CouponReportLineDto'][];
      total: components['schemas']['CouponReportSumsDto'];
    };
    CouponTemplateDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      /** @description Fen: money_off takes it off, trial_price is it; null for the others. */
      amountFen: number | null;
      /** @description What is paid of a thousand (percent). */
      permille: number | null;
      /** @description The most that is saved, in fen (percent); null without a limit. */
      capFen: number | null;
      /** @description What the lines it is good for must come to, in fen. */
      minSpendFen: number;
      /** @enum {string} */
      scope: 'all' | 'listed' | 'products' | 'services';
      services: components['schemas']['NamedThingDto'][];
      products: components['schemas']['NamedThingDto'][];
      stores: components['schemas']['NamedThingDto'][];
      withTier: boolean;
      withCoupons: boolean;
      /** @enum {string} */
      validKind: 'birthday_month' | 'days' | 'fixed';
      /** @description YYYY-MM-DD */
      validFrom: string | null;
      /** @description YYYY-MM-DD, included. */
      validUntil: string | null;
      validDays: number | null;
      /** @description How many there are; null without a limit. */
      quota: number | null;
      /** @description How many were issued so far. */
      issued: number;
      /** @description How many one client can have; null without a limit. */
      perClientCap: number | null;
      claimable: boolean;
      /** @description The desk may give it away. */
      atDesk: boolean;
      /** @description After a reversal it is good for so many days at least. */
      returnDays: number;
      note: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      sort: number;
      version: number;
      /** @description RFC 3339, UTC. */
      updatedAt: string;
      /** @description `满300减50` */
      words: string;
      /** @description `自领取当日起 30 天内有效` */
      validityWords: string;
    };
    CouponTemplateListDto: {
      items: components['schemas']['CouponTemplateDto'][];
    };
    CouponTemplateVersionDto: {
      name: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      quota: number | null;
      perClientCap: number | null;
      /** @description `满300减50` */
      words: string;
      validityWords: string;
    };
    CouponTemplateChangeDto: {
      version: number;
      /** @description RFC 3339, UTC. */
      at: string;
      byName: string;
      template: components['schemas']['CouponTemplateVersionDto'];
    };
    CouponTemplateHistoryDto: {
      template: components['schemas']['CouponTemplateDto'];
      /** @description Latest first. */
      changes: components['schemas']['CouponTemplateChangeDto'][];
    };
    CreateCouponTemplateDto: {
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      /** @description Fen. */
      amountFen: number | null;
      /** @description What is paid of a thousand. */
      permille: number | null;
      /** @description Fen. */
      capFen: number | null;
      /** @description Fen. */
      minSpendFen: number;
      /** @enum {string} */
      scope: 'all' | 'listed' | 'products' | 'services';
      serviceIds: string[];
      productIds: string[];
      storeIds: string[];
      withTier: boolean;
      withCoupons: boolean;
      /** @enum {string} */
      validKind: 'birthday_month' | 'days' | 'fixed';
      /** @description YYYY-MM-DD */
      validFrom: string | null;
      /** @description YYYY-MM-DD, included. */
      validUntil: string | null;
      validDays: number | null;
      quota: number | null;
      perClientCap: number | null;
      claimable: boolean;
      atDesk: boolean;
      returnDays: number;
      note: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      sort: number;
    };
    ChangeCouponTemplateDto: {
      name: string;
      /** @enum {string} */
      kind: 'free_service' | 'gift_session' | 'money_off' | 'percent' | 'trial_price';
      /** @description Fen. */
      amountFen: number | null;
      /** @description What is paid of a thousand. */
      permille: number | null;
      /** @description Fen. */
      capFen: number | null;
      /** @description Fen. */
      minSpendFen: number;
      /** @enum {string} */
      scope: 'all' | 'listed' | 'products' | 'services';
      serviceIds: string[];
      productIds: string[];
      storeIds: string[];
      withTier: boolean;
      withCoupons: boolean;
      /** @enum {string} */
      validKind: 'birthday_month' | 'days' | 'fixed';
      /** @description YYYY-MM-DD */
      validFrom: string | null;
      /** @description YYYY-MM-DD, included. */
      validUntil: string | null;
      validDays: number | null;
      quota: number | null;
      perClientCap: number | null;
      claimable: boolean;
      atDesk: boolean;
      returnDays: number;
      note: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      sort: number;
      /** @description The version that was read. */
      version: number;
    };
    PaymentOrderDto: {
      orderNo: string;
      /** @enum {string} */
      purpose: 'bill' | 'card' | 'deposit' | 'top_up';
      /** @description Id of the thing that is paid for. */
      subjectId: string;
      storeId: string;
      customerId: string;
      description: string;
      amountFen: number;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      /** @description WeChat's number, once paid. */
      transactionId: string | null;
      /** @description What the payer's account was charged, in fen. */
      payerFen: number | null;
      refundedFen: number;
      /** @description What can still be sent back. */
      refundableFen: number;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset. */
      expiresAt: string;
      /** @description RFC 3339 in the store's offset. */
      paidAt: string | null;
      /** @description RFC 3339 in the store's offset. */
      closedAt: string | null;
      /** @description When WeChat was asked last; RFC 3339 in the store's offset. */
      lastAskedAt: string | null;
      /** @description When it will be asked next; RFC 3339 in the store's offset. */
      nextQueryAt: string | null;
      /** @description The last thing we heard, in WeChat's words. */
      lastAnswer: string | null;
      /** @description What somebody should look at, a Chinese sentence; null when all is well. */
      attention: string | null;
      /**
       * @description Whether WeChat wants to know that the service was given, and whether it was told.
       * @enum {string|null}
       */
      shippingState: 'done' | 'due' | 'not_needed' | 'refused' | null;
    };
    PaymentOrderListDto: {
      items: components['schemas']['PaymentOrderDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    PaymentNotificationDto: {
      id: string;
      eventType: string;
      /** @enum {string} */
      state: 'applied' | 'ignored' | 'received' | 'refused';
      /** @description Why it had no effect, a Chinese sentence. */
      reason: string | null;
      /** @description The key it was signed with. */
      keySerial: string;
      /** @description RFC 3339 in the store's offset. */
      receivedAt: string;
      orderNo: string | null;
      refundNo: string | null;
      /** @description What it said: amounts, numbers and states. */
      facts: {
        [key: string]: unknown;
      };
    };
    PaymentChangeDto: {
      seq: number;
      /** @description created, paid, closed, refund_requested, refund_approved … */
      what: string;
      /** @enum {string|null} */
      from: 'closed' | 'paid' | 'pending' | null;
      /** @enum {string} */
      to: 'closed' | 'paid' | 'pending';
      /** @enum {string} */
      byKind: 'client' | 'notification' | 'query' | 'staff' | 'system';
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      detail: {
        [key: string]: unknown;
      } | null;
    };
    RefundByHandDto: {
      askedByName: string;
      /** @description RFC 3339 in the store's offset. */
      askedAt: string;
      reason: string;
      agreedByName: string | null;
      /** @description RFC 3339 in the store's offset. */
      agreedAt: string | null;
    };
    RefundWarningDto: {
      /** @enum {string} */
      kind: 'paid_twice' | 'taken_late';
      /** @description What to do, a Chinese sentence. */
      text: string;
      /** @description RFC 3339 in the store's offset. */
      raisedAt: string;
      /** @description RFC 3339 in the store's offset; null while somebody has to look. */
      settledAt: string | null;
      settledByName: string | null;
      /**
       * @description One of the two came back, the house bears it, or it did not go out twice.
       * @enum {string|null}
       */
      outcome: 'loss' | 'not_twice' | 'returned' | null;
      note: string | null;
    };
    PaymentRefundDto: {
      refundNo: string;
      orderNo: string;
      storeId: string;
      amountFen: number;
      reason: string;
      /** @enum {string} */
      state:
        | 'abnormal'
        | 'approved'
        | 'by_hand'
        | 'closed'
        | 'processing'
        | 'rejected'
        | 'requested'
        | 'success';
      /** @enum {string} */
      requestedByKind: 'client' | 'staff' | 'system';
      requestedByName: string;
      /** @description RFC 3339 in the store's offset. */
      requestedAt: string;
      decidedByName: string | null;
      /** @description RFC 3339 in the store's offset. */
      decidedAt: string | null;
      decisionNote: string | null;
      /** @description WeChat's number, once sent. */
      wechatRefundId: string | null;
      /** @description Where it went, in WeChat's words. */
      receivedAccount: string | null;
      /** @description RFC 3339 in the store's offset. */
      settledAt: string | null;
      tries: number;
      lastAnswer: string | null;
      /** @description When WeChat is sent it, or asked about it, next; RFC 3339 in the store's offset. */
      nextTryAt: string | null;
      byHand: components['schemas']['RefundByHandDto'] | null;
      warnings: components['schemas']['RefundWarningDto'][];
      /** @description What to do now, a Chinese sentence; null when nothing is to be done. */
      advice: string | null;
      /** @description The caller may agree to it: somebody else asked for it, and nobody decided yet. */
      decidable: boolean;
      /** @description The caller asked for it, and may take it back. */
      withdrawable: boolean;
      /** @description WeChat refuses it: the caller may ask to pay it by hand. */
      byHandAskable: boolean;
      /** @description Somebody else asked to pay it by hand: the caller may agree. */
      byHandDecidable: boolean;
      /** @description The caller may turn that down, or take her own word back. */
      byHandRejectable: boolean;
    };
    PaymentOrderDetailDto: {
      orderNo: string;
      /** @enum {string} */
      purpose: 'bill' | 'card' | 'deposit' | 'top_up';
      /** @description Id of the thing that is paid for. */
      subjectId: string;
      storeId: string;
      customerId: string;
      description: string;
      amountFen: number;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      /** @description WeChat's number, once paid. */
      transactionId: string | null;
      /** @description What the payer's account was charged, in fen. */
      payerFen: number | null;
      refundedFen: number;
      /** @description What can still be sent back. */
      refundableFen: number;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset. */
      expiresAt: string;
      /** @description RFC 3339 in the store's offset. */
      paidAt: string | null;
      /** @description RFC 3339 in the store's offset. */
      closedAt: string | null;
      /** @description When WeChat was asked last; RFC 3339 in the store's offset. */
      lastAskedAt: string | null;
      /** @description When it will be asked next; RFC 3339 in the store's offset. */
      nextQueryAt: string | null;
      /** @description The last thing we heard, in WeChat's words. */
      lastAnswer: string | null;
      /** @description What somebody should look at, a Chinese sentence; null when all is well. */
      attention: string | null;
      /**
       * @description Whether WeChat wants to know that the service was given, and whether it was told.
       * @enum {string|null}
       */
      shippingState: 'done' | 'due' | 'not_needed' | 'refused' | null;
      notifications: components['schemas']['PaymentNotificationDto'][];
      changes: components['schemas']['PaymentChangeDto'][];
      refunds: components['schemas']['PaymentRefundDto'][];
    };
    RequestPaymentRefundDto: {
      /** @description Fen. */
      amountFen: number;
      /** @description The payer reads it. */
      reason: string;
    };
    PaymentRefundListDto: {
      items: components['schemas']['PaymentRefundDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    DecidePaymentRefundDto: {
      note?: string;
    };
    PaymentNotificationListDto: {
      items: components['schemas']['PaymentNotificationDto'][];
    };
    AskByHandDto: {
      /** @description Why it is paid another way. */
      reason: string;
    };
    SettleWarningDto: {
      /** @enum {string} */
      outcome: 'loss' | 'not_twice' | 'returned';
      /** @description What was done about it, and how it is proved. */
      note: string;
    };
    ContractLineDto: {
      id: string;
      title: string;
      /**
       * @description `on_paper`: signed at the desk on a numbered slip.
       * @enum {string}
       */
      state: 'on_paper' | 'signed' | 'unsigned';
      storeName: string;
      planName: string;
      /** @description Paid, in fen. */
      priceFen: number;
      /** @description Given on top, in fen. */
      bonusFen: number;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset; null while unsigned. */
      signedAt: string | null;
    };
    ContractListDto: {
      items: components['schemas']['ContractLineDto'][];
    };
    SignatureDto: {
      /** @description Size of the field that it was drawn in. */
      width: number;
      height: number;
      strokes: number[][];
    };
    ContractDto: {
      id: string;
      title: string;
      /**
       * @description `on_paper`: signed at the desk on a numbered slip.
       * @enum {string}
       */
      state: 'on_paper' | 'signed' | 'unsigned';
      storeName: string;
      planName: string;
      /** @description Paid, in fen. */
      priceFen: number;
      /** @description Given on top, in fen. */
      bonusFen: number;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset; null while unsigned. */
      signedAt: string | null;
      body: string;
      /** @description SHA-256 of the words, hexadecimal. */
      bodyHash: string;
      /** @description Worth at prices before discount, in fen. */
      listPriceFen: number;
      refundTerms: string;
      /** @description Null unless signed on the phone. */
      signature: components['schemas']['SignatureDto'] | null;
      /** @description Number of the signed slip; null unless signed on paper. */
      slipNo: string | null;
    };
    SignContractDto: {
      signature: components['schemas']['SignatureDto'];
    };
    PrivilegesDto: {
      /** @description Days ahead that she may book; null: as everybody. */
      horizonDays: number | null;
      waitlistFirst: boolean;
      /** @description May book the hours that stores keep for members until shortly before. */
      peakFirst: boolean;
      /** @description Others in words, one each. */
      others: string[];
    };
    ThresholdDto: {
      /** @enum {string} */
      by: 'spend' | 'top_up_once' | 'top_up_sum' | 'visits';
      /** @description Fen, or visits. */
      amount: number;
      /** @description Months back from today; null: ever. */
      windowMonths: number | null;
    };
    TierDto: {
      id: string;
      /** @description From 1 up; 0 when it is not given any more. */
      rank: number;
      name: string;
      /** @description What is paid of the list price, in permille: 900 is nine tenths. */
      serviceDiscountPermille: number;
      productDiscountPermille: number;
      /** @description 150: half as many points again. */
      pointsMultiplierPercent: number;
      privileges: components['schemas']['PrivilegesDto'];
      /** @description Any one of them leads there. */
      thresholds: components['schemas']['ThresholdDto'][];
    };
    TierWayDto: {
      /** @enum {string} */
      by: 'spend' | 'top_up_once' | 'top_up_sum' | 'visits';
      /** @description Fen, or visits. */
      amount: number;
      /** @description Months back from today; null: ever. */
      windowMonths: number | null;
      /** @description Fen, or visits. */
      have: number;
      missing: number;
      /** @description 近 12 个月再消费 500 元 */
      words: string;
    };
    NextTierDto: {
      tier: components['schemas']['TierDto'];
      /** @description Any one of them leads there. */
      ways: components['schemas']['TierWayDto'][];
    };
    MemberTierDto: {
      /** @description Null without a tier. */
      tier: components['schemas']['TierDto'] | null;
      /** @description YYYY-MM-DD. */
      since: string | null;
      /** @description The last day on which it is safe, YYYY-MM-DD; null: for good. */
      keptUntil: string | null;
      /** @description Null at the top. */
      next: components['schemas']['NextTierDto'] | null;
      /** @description All that are given, from the lowest up. */
      tiers: components['schemas']['TierDto'][];
    };
    LapsingDto: {
      points: number;
      /** @description YYYY-MM-DD. */
      lastDay: string;
    };
    StreakDto: {
      /** @description Days in a row. */
      days: number;
      points: number;
    };
    CheckInStateDto: {
      /** @description False: today is still open. */
      done: boolean;
      /** @description Days in a row up to today or yesterday. */
      streak: number;
      points: number;
      streaks: components['schemas']['StreakDto'][];
    };
    ClientRedemptionDto: {
      pickUpCode: string | null;
      id: string;
      name: string;
      points: number;
      storeId: string;
      storeName: string;
      /** @enum {string} */
      state: 'cancelled' | 'handed_over' | 'waiting';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      closedAt: string | null;
      closeNote: string | null;
      /** @description The coupon that it gave; null for a piece. */
      couponId: string | null;
    };
    PointsDto: {
      /** @description Good today. */
      points: number;
      /** @description What her next points make up for first. */
      shortfall: number;
      lapsing: components['schemas']['LapsingDto'] | null;
      checkIn: components['schemas']['CheckInStateDto'];
      /** @description What 100 points pay at the till, in fen. */
      fenPerHundred: number;
      redemptions: components['schemas']['ClientRedemptionDto'][];
    };
    PointsLineDto: {
      title: string;
      /** @description Below zero when they went out. */
      points: number;
      balanceAfter: number;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      /** @description The entry in the ledger. */
      txId: string;
    };
    PointsHistoryDto: {
      /** @description Latest first. */
      items: components['schemas']['PointsLineDto'][];
      nextCursor?: string;
    };
    CheckedInDto: {
      /** @description YYYY-MM-DD. */
      date: string;
      streak: number;
      points: number;
    };
    RewardDto: {
      id: string;
      name: string;
      description: string;
      costPoints: number;
      /** @description Pieces that are there; null: without end. */
      left: number | null;
      /** @description How often a client may have it; null: as often as she likes. */
      perClientCap: number | null;
      /** @description True: it is a coupon, hers at once. */
      isCoupon: boolean;
    };
    RewardListDto: {
      items: components['schemas']['RewardDto'][];
    };
    RedeemRewardDto: {
      rewardId: string;
      /** @description Where a piece will be picked up; a coupon needs none. */
      storeId?: string;
      /** @description What she was shown that it costs; another price by now is told (REWARD_CHANGED), and not taken from her. */
      costPoints?: number;
    };
    StaffRedemptionDto: {
      clientId: string;
      clientName: string;
      closedByName: string | null;
      id: string;
      name: string;
      points: number;
      storeId: string;
      storeName: string;
      /** @enum {string} */
      state: 'cancelled' | 'handed_over' | 'waiting';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      closedAt: string | null;
      closeNote: string | null;
      /** @description The coupon that it gave; null for a piece. */
      couponId: string | null;
    };
    AdjustmentDto: {
      id: string;
      clientId: string;
      clientName: string;
      storeId: string;
      points: number;
      reason: string;
      /** @enum {string} */
      state: 'done' | 'rejected' | 'requested';
      requestedByName: string;
      /** @description RFC 3339 in the salon's offset. */
      requestedAt: string;
      decidedByName: string | null;
      decidedAt: string | null;
    };
    StaffPointsDto: {
      points: number;
      shortfall: number;
      lapsing: components['schemas']['LapsingDto'] | null;
      lines: components['schemas']['PointsLineDto'][];
      redemptions: components['schemas']['StaffRedemptionDto'][];
      adjustments: components['schemas']['AdjustmentDto'][];
    };
    AdjustPointsDto: {
      storeId: string;
      /** @description Below zero takes them. */
      points: number;
      /** @description Why, in words; it is kept. */
      reason: string;
    };
    AdjustmentListDto: {
      items: components['schemas']['AdjustmentDto'][];
    };
    DecideAdjustmentDto: {
      agree: boolean;
    };
    StaffRedemptionListDto: {
      items: components['schemas']['StaffRedemptionDto'][];
    };
    OverrideApproverDto: {
      username: string;
      password: string;
    };
    OverrideDto: {
      reason: string;
      /** @description `seen` of the refusal: what the two were shown. */
      seen: string;
      /** @description `looked` of the second person's look; asked for where what was found tells of health. */
      looked?: string;
      approver: components['schemas']['OverrideApproverDto'];
    };
    HandOverDto: {
      /** @description Eight digits on the client's phone. */
      pickUpCode: string;
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    ReasonDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
    };
    TenderPointsDto: {
      cash?: number;
      bank_card?: number;
      wechat?: number;
      paycode?: number;
      voucher?: number;
      stored_principal?: number;
      stored_bonus?: number;
      session?: number;
    };
    PointsRulesDto: {
      enabled: boolean;
      perHundredYuan: components['schemas']['TenderPointsDto'];
      checkInPoints: number;
      streaks: components['schemas']['StreakDto'][];
      reviewPoints: number;
      referralPoints: number;
      /** @description Good until the end of the month so many months later; absent: for good. */
      expireMonths?: number;
      /** @description What 100 points pay at the till, in fen. */
      fenPerHundred: number;
      /** @description The largest part of a bill that points may pay. */
      mostOfBillPermille: number;
      /** @description More than this by hand needs a second person. */
      handLimit: number;
    };
    StaffRewardDto: {
      id: string;
      name: string;
      description: string;
      costPoints: number;
      /** @description Pieces that are there; null: without end. */
      left: number | null;
      /** @description How often a client may have it; null: as often as she likes. */
      perClientCap: number | null;
      /** @description True: it is a coupon, hers at once. */
      isCoupon: boolean;
      /** @description Pieces there ever were; null: without end. */
      stock: number | null;
      taken: number;
      /** @description The coupon that it is; null for a piece. */
      couponTemplateId: string | null;
      /** @enum {string} */
      state: 'draft' | 'off_offer' | 'on_offer';
      sort: number;
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
    };
    StaffRewardListDto: {
      items: components['schemas']['StaffRewardDto'][];
    };
    RewardVersionDto: {
      version: number;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      byName: string;
      name: string;
      costPoints: number;
      stock: number | null;
      perClientCap: number | null;
      /** @enum {string} */
      state: 'draft' | 'off_offer' | 'on_offer';
    };
    RewardHistoryDto: {
      reward: components['schemas']['StaffRewardDto'];
      /** @description Latest first. */
      changes: components['schemas']['RewardVersionDto'][];
    };
    WriteRewardDto: {
      name: string;
      description?: string;
      costPoints: number;
      /** @description Pieces there ever were, those that went already included; absent: without end. */
      stock?: number;
      perClientCap?: number;
      /** @description The coupon that it is; absent for a piece that is picked up. */
      couponTemplateId?: string;
      /** @enum {string} */
      state: 'draft' | 'off_offer' | 'on_offer';
      sort: number;
    };
    ChangeRewardDto: {
      name: string;
      description?: string;
      costPoints: number;
      /** @description Pieces there ever were, those that went already included; absent: without end. */
      stock?: number;
      perClientCap?: number;
      /** @description The coupon that it is; absent for a piece that is picked up. */
      couponTemplateId?: string;
      /** @enum {string} */
      state: 'draft' | 'off_offer' | 'on_offer';
      sort: number;
      /** @description The version that was read. */
      version: number;
    };
    StaffTierDto: {
      id: string;
      /** @description From 1 up; 0 when it is not given any more. */
      rank: number;
      name: string;
      /** @description What is paid of the list price, in permille: 900 is nine tenths. */
      serviceDiscountPermille: number;
      productDiscountPermille: number;
      /** @description 150: half as many points again. */
      pointsMultiplierPercent: number;
      privileges: components['schemas']['PrivilegesDto'];
      /** @description Any one of them leads there. */
      thresholds: components['schemas']['ThresholdDto'][];
      /** @enum {string} */
      state: 'active' | 'retired';
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
      /** @description RFC 3339 in the salon's offset. */
      updatedAt: string;
    };
    TierSettingsDto: {
      /** @enum {string} */
      spendCounts: 'cash_in' | 'consumption';
      bonusCounts: boolean;
      /** @description Null: a tier stays for good. */
      keepMonths: number | null;
      /** @enum {string} */
      downgradeStep: 'one' | 'to_merit';
    };
    StaffTierListDto: {
      /** @description From the lowest up, those that are not given any more last. */
      items: components['schemas']['StaffTierDto'][];
      settings: components['schemas']['TierSettingsDto'];
    };
    TierVersionDto: {
      version: number;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      byName: string;
      name: string;
      rank: number;
      /** @enum {string} */
      state: 'active' | 'retired';
      serviceDiscountPermille: number;
      productDiscountPermille: number;
    };
    TierHistoryDto: {
      tier: components['schemas']['StaffTierDto'];
      /** @description Latest first. */
      changes: components['schemas']['TierVersionDto'][];
    };
    WritePrivilegesDto: {
      /** @description Absent: as everybody. */
      horizonDays?: number;
      waitlistFirst: boolean;
      /** @description May book the hours that stores keep for members; absent: no. */
      peakFirst?: boolean;
      /** @description Others in words, one on each line. */
      others?: string;
    };
    WriteThresholdDto: {
      /** @enum {string} */
      by: 'spend' | 'top_up_once' | 'top_up_sum' | 'visits';
      /** @description Fen, or visits. */
      amount: number;
      /** @description Absent: ever. */
      windowMonths?: number;
    };
    WriteTierDto: {
      rank: number;
      name: string;
      serviceDiscountPermille: number;
      productDiscountPermille: number;
      pointsMultiplierPercent: number;
      privileges: components['schemas']['WritePrivilegesDto'];
      /** @description None: given by hand only. */
      thresholds: components['schemas']['WriteThresholdDto'][];
      /** @enum {string} */
      state: 'active' | 'retired';
    };
    ChangeTierDto: {
      rank: number;
      name: string;
      serviceDiscountPermille: number;
      productDiscountPermille: number;
      pointsMultiplierPercent: number;
      privileges: components['schemas']['WritePrivilegesDto'];
      /** @description None: given by hand only. */
      thresholds: components['schemas']['WriteThresholdDto'][];
      /** @enum {string} */
      state: 'active' | 'retired';
      /** @description The version that was read. */
      version: number;
    };
    WriteTierSettingsDto: {
      /** @enum {string} */
      spendCounts: 'cash_in' | 'consumption';
      bonusCounts: boolean;
      /** @description Absent: for good. */
      keepMonths?: number;
      /** @enum {string} */
      downgradeStep: 'one' | 'to_merit';
    };
    TierStepDto: {
      /** @enum {string} */
      kind: 'by_hand' | 'downgrade' | 'joined' | 'keep' | 'taken_back' | 'upgrade';
      fromName: string | null;
      toName: string | null;
      /** @description YYYY-MM-DD. */
      on: string;
      keptUntil: string | null;
      reason: string;
      byName: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
    };
    StaffMemberTierDto: {
      /** @description Null without a tier. */
      tier: components['schemas']['TierDto'] | null;
      /** @description YYYY-MM-DD. */
      since: string | null;
      /** @description The last day on which it is safe, YYYY-MM-DD; null: for good. */
      keptUntil: string | null;
      /** @description Null at the top. */
      next: components['schemas']['NextTierDto'] | null;
      /** @description All that are given, from the lowest up. */
      tiers: components['schemas']['TierDto'][];
      /** @description Latest first. */
      steps: components['schemas']['TierStepDto'][];
    };
    SetTierDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      /** @description Absent takes the tier away. */
      tierId?: string;
      /** @description The last day on which it is safe; absent: until somebody changes it. */
      keptUntil?: string;
    };
    RefundBasisDto: {
      /** @enum {string} */
      cause: 'cooling_off' | 'operator' | 'own_reason';
      /** @description 无理由退款, 门店原因, 个人原因. */
      name: string;
      /** @description The rule in words. */
      rule: string;
      /** @description Over all lots to which it applies, in fen. */
      amountFen: number;
      /** @description False: no lot may be given back on this ground. */
      available: boolean;
    };
    RefundLotDto: {
      lotId: string;
      title: string;
      storeName: string;
      /** @description YYYY-MM-DD. */
      paidOn: string;
      /** @description Fen: what was paid and given, without what was handed on. */
      paidFen: number;
      givenFen: number;
      principalLeftFen: number;
      bonusLeftFen: number;
      usedFen: number;
      /** @description The used part at prices before discount, in fen. */
      usedListFen: number;
      /** @description What goes back by each ground under the store's terms, in fen. */
      coolingOffFen: number;
      operatorFen: number;
      ownReasonFen: number;
      /** @description YYYY-MM-DD, the last day without a reason; null where there is none. */
      coolingOffUntil: string | null;
      /**
       * @description How it would go back.
       * @enum {string}
       */
      way: 'bank_transfer' | 'cash' | 'none' | 'wechat';
      refundTerms: string;
    };
    RefundQuoteDto: {
      bases: components['schemas']['RefundBasisDto'][];
      /** @description Fen that the client owes; the amounts are what is left after it is paid. */
      owedFen: number;
      lots: components['schemas']['RefundLotDto'][];
      /** @description False while the wallet is frozen or another refund is under way. */
      possible: boolean;
    };
    RefundItemDto: {
      seq: number;
      lotId: string;
      storeId: string;
      /** @enum {string} */
      way: 'bank_transfer' | 'cash' | 'none' | 'wechat';
      /** @enum {string} */
      state: 'failed' | 'held' | 'released' | 'sent' | 'settled' | 'to_pay';
      /** @description Fen. */
      amountFen: number;
      /** @description Of a package: sessions that are called off. */
      sessions: number;
      orderNo: string | null;
      refundNo: string | null;
      payoutReference: string | null;
      payoutByName: string | null;
      /** @description RFC 3339 in the store's offset; null until the money is back. */
      settledAt: string | null;
    };
    RefundDto: {
      id: string;
      /** @description The package that is given back; null for stored value. */
      packageId: string | null;
      /** @enum {string} */
      state: 'approved' | 'paid' | 'rejected' | 'requested' | 'withdrawn';
      /** @enum {string} */
      cause: 'cooling_off' | 'operator' | 'own_reason';
      /** @description Fen that go back. */
      amountFen: number;
      /** @description Fen of the refund that pay what the client owed. */
      setOffFen: number;
      /** @description Fen of principal that stay with the house for bonus that was used. */
      recoveredFen: number;
      /** @description Fen of bonus that lapse. */
      bonusFen: number;
      reason: string;
      /** @description RFC 3339 in the store's offset. */
      requestedAt: string;
      decidedAt: string | null;
      decisionNote: string | null;
      paidAt: string | null;
      items: components['schemas']['RefundItemDto'][];
    };
    RefundListDto: {
      items: components['schemas']['RefundDto'][];
    };
    RequestRefundDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      /** @enum {string} */
      cause: 'cooling_off' | 'operator' | 'own_reason';
      /** @description The amount that was shown, in fen: another one meanwhile is told. */
      amountFen: number;
    };
    OfferedTopUpContractDto: {
      /** @description In which it is good, where it is not good in all. */
      storeId: string;
      /** @description Stands for words and terms; send it back with what is bought. */
      offerHash: string;
      /** @description Send it back with the top-up: another version meanwhile is told. */
      textId: string;
      title: string;
      body: string;
    };
    PlanStoreDto: {
      id: string;
      name: string;
    };
    TopUpPlanDto: {
      /** @description Of the store that sells it unless she chooses another. */
      contract: components['schemas']['OfferedTopUpContractDto'];
      /** @description Of each store that she may choose; one where there is nothing to choose. */
      contracts: components['schemas']['OfferedTopUpContractDto'][];
      /** @description False when the card's cap leaves no room for it. */
      withinCap: boolean;
      id: string;
      name: string;
      /** @description What is paid, in fen. */
      priceFen: number;
      /** @description What is given on top, in fen. */
      bonusFen: number;
      /** @enum {string} */
      spendOrder: 'bonus_first' | 'principal_first' | 'proportional';
      /** @description 通店: valid in all stores; else only in the store that sells it. */
      validEverywhere: boolean;
      /** @description Stores that sell it. */
      stores: components['schemas']['PlanStoreDto'][];
      /** @description How it is given back, in words. */
      refundTerms: string;
    };
    TopUpPlanListDto: {
      items: components['schemas']['TopUpPlanDto'][];
      /** @description The most paid value that a card may hold, in fen; null without a cap. */
      cardCapFen: number | null;
      /** @description How much may still be paid onto this card, in fen; null without a cap. */
      roomFen: number | null;
      /** @description A top-up must be signed before it is paid. */
      signBeforePaying: boolean;
    };
    TopUpDto: {
      planId: string;
      /** @description The store that sells it; needed where a plan is sold in several and valid in one only. */
      storeId?: string;
      /** @description The version of the contract that was read. */
      contractTextId?: string;
      /** @description What came with the contract that was read: other words or terms by now are told, and not signed for her. */
      offerHash?: string;
      /** @description Absent: the contract is signed later. */
      signature?: components['schemas']['SignatureDto'];
    };
    PayParamsDto: {
      timeStamp: string;
      nonceStr: string;
      package: string;
      /** @enum {string} */
      signType: 'RSA';
      paySign: string;
    };
    StartedTopUpDto: {
      orderNo: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      pay: components['schemas']['PayParamsDto'];
      topUpId: string;
      contractId: string;
      /** @description Fen. */
      amountFen: number;
    };
    OrderDto: {
      orderNo: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      /** @enum {string} */
      purpose: 'bill' | 'card' | 'deposit' | 'top_up';
      title: string;
      storeName: string;
      /** @description Fen. */
      amountFen: number;
      /** @description Fen that went back, or is on its way with WeChat's word. */
      refundedFen: number;
      /**
       * @description Where the latest refund of it is; null when there is none.
       * @enum {string|null}
       */
      refundState:
        | 'abnormal'
        | 'approved'
        | 'by_hand'
        | 'closed'
        | 'processing'
        | 'rejected'
        | 'requested'
        | 'success'
        | null;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset; null while unpaid. */
      paidAt: string | null;
      /** @description Until when it can be paid; RFC 3339 in the store's offset. */
      payableUntil: string;
      contractId: string | null;
    };
    OrderListDto: {
      items: components['schemas']['OrderDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    OrderRefundDto: {
      refundNo: string;
      /** @description Fen. */
      amountFen: number;
      /** @enum {string} */
      state:
        | 'abnormal'
        | 'approved'
        | 'by_hand'
        | 'closed'
        | 'processing'
        | 'rejected'
        | 'requested'
        | 'success';
      /** @description RFC 3339 in the store's offset. */
      at: string;
    };
    OrderDetailDto: {
      orderNo: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      /** @enum {string} */
      purpose: 'bill' | 'card' | 'deposit' | 'top_up';
      title: string;
      storeName: string;
      /** @description Fen. */
      amountFen: number;
      /** @description Fen that went back, or is on its way with WeChat's word. */
      refundedFen: number;
      /**
       * @description Where the latest refund of it is; null when there is none.
       * @enum {string|null}
       */
      refundState:
        | 'abnormal'
        | 'approved'
        | 'by_hand'
        | 'closed'
        | 'processing'
        | 'rejected'
        | 'requested'
        | 'success'
        | null;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description RFC 3339 in the store's offset; null while unpaid. */
      paidAt: string | null;
      /** @description Until when it can be paid; RFC 3339 in the store's offset. */
      payableUntil: string;
      contractId: string | null;
      /** @description False while it is pending and WeChat could not be asked for this answer: money may have moved. */
      confirmed: boolean;
      refunds: components['schemas']['OrderRefundDto'][];
    };
    PayOrderDto: {
      orderNo: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      /** @description Null when there is nothing to pay any more. */
      pay: components['schemas']['PayParamsDto'] | null;
    };
    WalletPackageDto: {
      id: string;
      name: string;
      left: number;
      total: number;
      /** @description YYYY-MM-DD; null without an end. */
      expiresOn: string | null;
    };
    WalletCouponDto: {
      id: string;
      name: string;
      /** @description `满300减50` */
      words: string;
      /** @description YYYY-MM-DD; null without an end. */
      expiresOn: string | null;
    };
    WalletDto: {
      /** @description Paid value, in fen. */
      principalFen: number;
      /** @description Value given on top, in fen. */
      bonusFen: number;
      /** @description Of both, what is held for a refund under way; it cannot be spent. */
      heldFen: number;
      points: number;
      tier: string | null;
      packages: components['schemas']['WalletPackageDto'][];
      coupons: components['schemas']['WalletCouponDto'][];
      /** @description Number of the card; null before the first value. */
      cardNo: string | null;
      /** @description True: nothing can be spent, moved or given back until it is released at the desk. */
      frozen: boolean;
      /** @description Id of the refund under way; null when there is none. */
      openRefundId: string | null;
      /** @description Contracts that wait for a signature. */
      unsignedContracts: number;
      /** @description What she owes after a reversal, in fen. */
      owedFen: number;
    };
    StatementMoveDto: {
      packageId: string;
      /** @description Change of the sessions that are left, those that wait for visits included. */
      sessions: number;
      /** @description Change of those that wait for a visit. */
      reserved: number;
      /** @description Change of the money that waits in it, in fen. */
      leftFen: number;
    };
    StatementLineDto: {
      /** @description Tells it from every other line. */
      id: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      /** @enum {string} */
      kind:
        | 'joined'
        | 'opening'
        | 'other'
        | 'package'
        | 'package_convert'
        | 'package_extend'
        | 'package_freeze'
        | 'package_in'
        | 'package_out'
        | 'package_reversal'
        | 'package_unfreeze'
        | 'points'
        | 'refund'
        | 'session_lapse'
        | 'session_release'
        | 'session_reserve'
        | 'session_reversal'
        | 'session_use'
        | 'spend'
        | 'spend_reversal'
        | 'time_card_days'
        | 'top_up'
        | 'top_up_reversal'
        | 'transfer_in'
        | 'transfer_out';
      /** @description What it was, in words. */
      title: string;
      /** @description Change of the paid value, in fen; negative when it went out. */
      principalFen: number;
      /** @description Change of the value given on top, in fen. */
      bonusFen: number;
      points: number;
      /** @description Principal and bonus together afterwards, in fen. */
      balanceAfter: number;
      /** @description The bill that it paid. */
      billId?: string;
      /** @description What it did to her packages; empty where it has nothing to do with one. */
      packages: components['schemas']['StatementMoveDto'][];
      /** @description The entry in the ledger; absent where nothing was posted, such as for a card that rests. */
      txId?: string;
      /** @description The use of a session, for opening or disputing it. */
      sessionUseId?: string;
      /** @description The payment order behind it. */
      orderNo?: string;
      /** @description The deduction, for opening or disputing it. */
      spendId?: string;
      /** @description The refund behind it. */
      refundId?: string;
      /** @description The contract behind it. */
      contractId?: string;
      storeName?: string;
    };
    StatementDto: {
      /** @description YYYY-MM. */
      month: string;
      /** @description Latest first. */
      lines: components['schemas']['StatementLineDto'][];
      /** @description Principal and bonus together when the month began, in fen. */
      openingFen: number;
      /** @description Principal and bonus together at its end or now, in fen. */
      closingFen: number;
      /** @description Hash of the month's last line over her stored value, hex: whoever has it can tell whether lines went missing. Empty without one. */
      sealHash: string;
    };
    SpendDto: {
      id: string;
      /** @enum {string} */
      state: 'done' | 'reversed';
      title: string;
      storeId: string;
      storeName: string;
      /** @description Fen. */
      amountFen: number;
      /** @description What it would have cost before discount, in fen: a refund for her own reason reckons the used part by it. */
      listPriceFen: number;
      principalFen: number;
      bonusFen: number;
      /**
       * @description `slip`: signed on paper.
       * @enum {string}
       */
      consent: 'member_code' | 'slip' | 'tap';
      slipNo: string | null;
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @description RFC 3339 in the store's offset; null unless the client disputes it. */
      disputedAt: string | null;
      disputeNote: string | null;
      reverseReason: string | null;
      txId: string;
    };
    DisputeDto: {
      /** @description What is wrong, in the client's words. */
      note?: string;
    };
    MemberCodeDto: {
      /** @description Digits only: what the QR code holds. */
      code: string;
      /** @description The same in groups, to be read out. */
      shown: string;
      /** @description RFC 3339: fetch the next one then. */
      shownUntil: string;
      /** @description The server's time, RFC 3339. */
      now: string;
    };
    StaffPlanDto: {
      /** @description Clients may buy it on the phone. */
      onPhone: boolean;
      /**
       * @description What is given back when the client ends it for reasons of her own.
       * @enum {string}
       */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
      /** @description RFC 3339 in the salon's offset. */
      updatedAt: string;
      id: string;
      name: string;
      /** @description What is paid, in fen. */
      priceFen: number;
      /** @description What is given on top, in fen. */
      bonusFen: number;
      /** @enum {string} */
      spendOrder: 'bonus_first' | 'principal_first' | 'proportional';
      /** @description 通店: valid in all stores; else only in the store that sells it. */
      validEverywhere: boolean;
      /** @description Stores that sell it. */
      stores: components['schemas']['PlanStoreDto'][];
      /** @description How it is given back, in words. */
      refundTerms: string;
    };
    StaffPlanListDto: {
      items: components['schemas']['StaffPlanDto'][];
    };
    PlanVersionDto: {
      name: string;
      priceFen: number;
      bonusFen: number;
      /** @enum {string} */
      spendOrder: 'bonus_first' | 'principal_first' | 'proportional';
      validEverywhere: boolean;
      onPhone: boolean;
      storeIds: string[];
      refundTerms: string;
      /** @enum {string} */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
    };
    PlanChangeDto: {
      version: number;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      byName: string;
      plan: components['schemas']['PlanVersionDto'];
    };
    PlanHistoryDto: {
      plan: components['schemas']['StaffPlanDto'];
      /** @description Latest first. */
      changes: components['schemas']['PlanChangeDto'][];
    };
    CreatePlanDto: {
      name: string;
      /** @description Fen. */
      priceFen: number;
      /** @description Fen. */
      bonusFen: number;
      /** @enum {string} */
      spendOrder: 'bonus_first' | 'principal_first' | 'proportional';
      validEverywhere: boolean;
      onPhone: boolean;
      storeIds: string[];
      refundTerms: string;
      /** @enum {string} */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
    };
    ChangePlanDto: {
      /** @description The version that was read. */
      version: number;
      name?: string;
      priceFen?: number;
      bonusFen?: number;
      /** @enum {string} */
      spendOrder?: 'bonus_first' | 'principal_first' | 'proportional';
      validEverywhere?: boolean;
      onPhone?: boolean;
      storeIds?: string[];
      refundTerms?: string;
      /** @enum {string} */
      ownReasonBasis?: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state?: 'draft' | 'off_sale' | 'on_sale';
      sort?: number;
    };
    RequestRefundForClientDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      storeId: string;
      /** @enum {string} */
      cause: 'cooling_off' | 'operator' | 'own_reason';
      /** @description The amount that was shown, in fen: another one meanwhile is told. */
      amountFen: number;
    };
    StuckRefundItemDto: {
      seq: number;
      /** @description What stands in the way and what to do, a Chinese sentence. */
      advice: string;
    };
    StaffRefundDto: {
      id: string;
      /** @description The package that is given back; null for stored value. */
      packageId: string | null;
      /** @enum {string} */
      state: 'approved' | 'paid' | 'rejected' | 'requested' | 'withdrawn';
      /** @enum {string} */
      cause: 'cooling_off' | 'operator' | 'own_reason';
      /** @description Fen that go back. */
      amountFen: number;
      /** @description Fen of the refund that pay what the client owed. */
      setOffFen: number;
      /** @description Fen of principal that stay with the house for bonus that was used. */
      recoveredFen: number;
      /** @description Fen of bonus that lapse. */
      bonusFen: number;
      reason: string;
      /** @description RFC 3339 in the store's offset. */
      requestedAt: string;
      decidedAt: string | null;
      decisionNote: string | null;
      paidAt: string | null;
      items: components['schemas']['RefundItemDto'][];
      clientId: string;
      clientName: string;
      memberNo: string;
      storeId: string;
      /** @enum {string} */
      requestedKind: 'client' | 'staff';
      requestedByName: string;
      decidedByName: string | null;
      /** @description The caller may decide it: it waits, and she did not ask for it. */
      decidable: boolean;
      /** @description The caller asked for it, it waits, and she may take it back. */
      withdrawable: boolean;
      /** @description Lots that wait for WeChat, with what to do about it. */
      stuckItems: components['schemas']['StuckRefundItemDto'][];
    };
    StaffRefundListDto: {
      items: components['schemas']['StaffRefundDto'][];
      nextCursor?: string;
    };
    ApproveRefundDto: {
      note?: string;
    };
    PayOutDto: {
      /** @enum {string} */
      way: 'bank_transfer' | 'cash';
      /** @description For cash: one of the caller's own stores, out of whose drawer it was paid; the refund's unless told. */
      storeId?: string;
      /** @description Number of the bank's receipt, or of the signed slip for cash. */
      reference: string;
    };
    ContractTextDto: {
      id: string;
      version: number;
      title: string;
      /** @description With blanks such as {实付金额}. */
      body: string;
      /** @description RFC 3339 in the salon's offset. */
      createdAt: string;
    };
    ContractBlankDto: {
      /** @description As it is written between braces. */
      name: string;
      meaning: string;
    };
    ContractTextListDto: {
      /** @description Latest first; the first is in force. */
      items: components['schemas']['ContractTextDto'][];
      blanks: components['schemas']['ContractBlankDto'][];
    };
    PublishContractTextDto: {
      /**
       * @description Of stored value unless told.
       * @enum {string}
       */
      kind?: 'package' | 'stored_value';
      title: string;
      body: string;
    };
    MembershipSettingsDto: {
      /** @description The most paid value that a card may hold, in fen; null without a cap. */
      cardCapFen: number | null;
      /** @description The most paid value that a client's packages may hold unused, in fen; null without a cap. */
      packageCapFen: number | null;
      /** @description Days in which a first card is given back without a reason. */
      coolingOffDays: number;
      /** @description Days after payment for which a refund goes back through WeChat. */
      originalWayDays: number;
      /** @description The most that is paid back in cash, in fen. */
      cashRefundMostFen: number;
      /** @description Wrong entries are mirrored on their own day only. */
      reversalSameDayOnly: boolean;
      /** @description A deduction may rest on a signed slip. */
      slipAllowed: boolean;
      /** @description A top-up on the phone must be signed before it is paid. */
      signBeforePaying: boolean;
      /** @description A session kept for a visit to which nobody came counts as used; else it is given back. */
      noShowUsesSession: boolean;
    };
    EffectiveSettingsDto: {
      /** @description Null for the brand. */
      storeId: string | null;
      settings: components['schemas']['MembershipSettingsDto'];
      /** @description Names of those that are set for this very store or brand; the others come from above. */
      own: string[];
    };
    ChangeSettingsDto: {
      /** @description Fen; null takes the cap away. */
      cardCapFen?: number | null;
      /** @description Fen; null takes the cap away. */
      packageCapFen?: number | null;
      coolingOffDays?: number;
      originalWayDays?: number;
      cashRefundMostFen?: number;
      reversalSameDayOnly?: boolean;
      slipAllowed?: boolean;
      signBeforePaying?: boolean;
      noShowUsesSession?: boolean;
    };
    DeskTopUpDto: {
      /** @description The store whose till takes the money. */
      storeId: string;
      planId: string;
      /** @description The version that was shown; another one by now is told. */
      planVersion?: number;
      /** @enum {string} */
      tender: 'bank_card' | 'cash';
      /** @description Number on the terminal's slip; required for a bank card. */
      reference?: string;
      /** @description Number of the contract signed on paper; absent: the client signs it on the phone later. */
      slipNo?: string;
    };
    StaffTopUpDto: {
      id: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'pending' | 'reversed';
      customerId: string;
      customerName: string;
      title: string;
      storeId: string;
      storeName: string;
      /** @description Fen. */
      priceFen: number;
      bonusFen: number;
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'mixed' | 'opening' | 'paycode' | 'wechat';
      reference: string | null;
      orderNo: string | null;
      contractId: string | null;
      /** @enum {string|null} */
      contractState: 'on_paper' | 'signed' | 'unsigned' | null;
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      /** @description YYYY-MM-DD in the store; null while unpaid. */
      paidOn: string | null;
      reverseReason: string | null;
      /** @description The caller's store may still mirror it. */
      reversible: boolean;
      txId: string | null;
    };
    StaffTopUpListDto: {
      items: components['schemas']['StaffTopUpDto'][];
      nextCursor?: string;
    };
    ReversedDto: {
      id: string;
      txId: string;
      /** @description What the client now owes because the value was used already, in fen. */
      owedFen: number;
    };
    OpeningRowDto: {
      /** @description The client's number, such as YC000123. */
      memberNo: string;
      /** @description Paid value that is left, in fen. */
      principalFen: number;
      /** @description Value given on top that is left, in fen; none unless told. */
      bonusFen?: number;
      /** @description What was paid for it originally, in fen; the principal unless told. */
      originalPriceFen?: number;
      /** @description YYYY-MM-DD. */
      paidOn: string;
    };
    OpeningBalancesDto: {
      /** @description The store whose books take them over. */
      storeId: string;
      /** @description Number of the signed protocol; imported once. */
      protocolNo: string;
      /** @description Valid in all stores. */
      validEverywhere: boolean;
      /** @description True: only says what would happen and what is wrong. */
      dryRun: boolean;
      /** @description True: the warnings were looked at, import all the same. */
      confirmed?: boolean;
      rows: components['schemas']['OpeningRowDto'][];
    };
    OpeningFaultDto: {
      /** @description 1 is the first row. */
      row: number;
      /** @enum {string} */
      column: 'bonusFen' | 'memberNo' | 'originalPriceFen' | 'paidOn' | 'principalFen';
      message: string;
    };
    OpeningResultDto: {
      /** @description False for a dry run and when anything is wrong: then nothing was written. */
      imported: boolean;
      rows: number;
      /** @description Fen. */
      principalFen: number;
      bonusFen: number;
      faults: components['schemas']['OpeningFaultDto'][];
      /** @description The same client twice, a balance that another protocol brought, more than the cap: imported only when confirmed. */
      warnings: components['schemas']['OpeningFaultDto'][];
      batchId: string | null;
    };
    LotDto: {
      id: string;
      title: string;
      storeId: string;
      storeName: string;
      validEverywhere: boolean;
      /** @enum {string} */
      spendOrder: 'bonus_first' | 'principal_first' | 'proportional';
      /** @description Paid and given, in fen, as it was sold or received. */
      principalFen: number;
      bonusFen: number;
      principalLeftFen: number;
      bonusLeftFen: number;
      /** @description YYYY-MM-DD. */
      paidOn: string;
      orderNo: string | null;
    };
    FreezeDto: {
      reason: string;
      byName: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      releaseReason: string | null;
      releasedByName: string | null;
      /** @description RFC 3339 in the salon's offset; null while it lasts. */
      releasedAt: string | null;
    };
    StaffWalletDto: {
      /** @description Paid value, in fen. */
      principalFen: number;
      /** @description Value given on top, in fen. */
      bonusFen: number;
      /** @description Of both, what is held for a refund under way; it cannot be spent. */
      heldFen: number;
      points: number;
      tier: string | null;
      packages: components['schemas']['WalletPackageDto'][];
      coupons: components['schemas']['WalletCouponDto'][];
      /** @description Number of the card; null before the first value. */
      cardNo: string | null;
      /** @description True: nothing can be spent, moved or given back until it is released at the desk. */
      frozen: boolean;
      /** @description Id of the refund under way; null when there is none. */
      openRefundId: string | null;
      /** @description Contracts that wait for a signature. */
      unsignedContracts: number;
      /** @description What she owes after a reversal, in fen. */
      owedFen: number;
      lots: components['schemas']['LotDto'][];
      /** @description Latest first. */
      freezes: components['schemas']['FreezeDto'][];
      /** @description How much may still be paid onto the card, in fen; null without a cap. */
      roomFen: number | null;
      /** @description The latest fifty deductions. */
      spends: components['schemas']['SpendDto'][];
    };
    ReadMemberCodeDto: {
      /** @description As scanned or typed. */
      code: string;
    };
    CodeOwnerDto: {
      clientId: string;
      name: string;
      memberNo: string;
      phoneMasked: string | null;
      cardNo: string;
      /** @description Fen. */
      principalFen: number;
      bonusFen: number;
      frozen: boolean;
    };
    SpendValueDto: {
      /** @description The store that serves. */
      storeId: string;
      /** @description Fen. */
      amountFen: number;
      /** @description What it would have cost before discount, in fen; the amount unless told, at most ten times it. Refunds are reckoned from it. */
      listPriceFen?: number;
      /** @description What it is for, as the client reads it. */
      title: string;
      /** @description The client's member code; or give the number of the slip that she signed. */
      code?: string;
      slipNo?: string;
    };
    FreezeWalletDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      storeId: string;
    };
    FrozenDto: {
      clientId: string;
      frozen: boolean;
    };
    TransferValueDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      storeId: string;
      /** @description The file that receives. */
      toClientId: string;
      /** @description How much, principal and bonus together, in fen; absent: everything. */
      amountFen?: number;
      /** @description The giver's member code. */
      code: string;
      /** @description The caller's own password again. */
      password: string;
    };
    TransferredDto: {
      id: string;
      fromClientId: string;
      toClientId: string;
      /** @description Fen. */
      principalFen: number;
      bonusFen: number;
      txId: string;
    };
    PackageServiceDto: {
      id: string;
      name: string;
    };
    PackagePlanItemDto: {
      name: string;
      services: components['schemas']['PackageServiceDto'][];
      /** @description Paid for; none for a card by time. */
      sessions: number;
      /** @description Given on top. */
      giftSessions: number;
      /** @description Of one session before discount, in fen; of the whole card for a card by time. */
      listPriceFen: number;
    };
    OfferedPackageDto: {
      /** @description Of the store that sells it unless she chooses another. */
      contract: components['schemas']['OfferedTopUpContractDto'];
      /** @description Of each store that she may choose; one where there is nothing to choose. */
      contracts: components['schemas']['OfferedTopUpContractDto'][];
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @description Fen. */
      priceFen: number;
      /** @description All of it before discount, in fen. */
      listPriceFen: number;
      /** @description Days from payment, that day included; null without a date. */
      validDays: number | null;
      /** @description Of a card by time; null without a limit. */
      usesPerDay: number | null;
      /** @description 通店: valid in all stores; else only in the store that sells it. */
      validEverywhere: boolean;
      items: components['schemas']['PackagePlanItemDto'][];
      /** @description Stores that sell it. */
      stores: components['schemas']['PlanStoreDto'][];
      refundTerms: string;
    };
    OfferedPackageListDto: {
      items: components['schemas']['OfferedPackageDto'][];
      /** @description It must be signed before it is paid. */
      signBeforePaying: boolean;
    };
    PackageOrderDto: {
      planId: string;
      /** @description The store that sells it; needed where a plan is sold in several and valid in one only. */
      storeId?: string;
      /** @description The version of the contract that was read. */
      contractTextId?: string;
      /** @description What came with the contract that was read: other words or terms by now are told, and not signed for her. */
      offerHash?: string;
      /** @description Absent: the contract is signed later. */
      signature?: components['schemas']['SignatureDto'];
    };
    StartedPackageDto: {
      orderNo: string;
      /** @enum {string} */
      state: 'closed' | 'paid' | 'part_refunded' | 'pending' | 'refunded';
      pay: components['schemas']['PayParamsDto'];
      packageId: string;
      contractId: string;
      /** @description Fen. */
      amountFen: number;
    };
    PackageItemDto: {
      /** @description Say it as `useSession` when booking. */
      id: string;
      name: string;
      services: components['schemas']['PackageServiceDto'][];
      /** @description Sessions in all, gifts included; nothing for a card by time. */
      total: number;
      /** @description Not used yet; those that wait for a visit are among them. */
      left: number;
      /** @description Of those left, how many wait for a visit. */
      reserved: number;
      /** @description Of those left, how many were given and lapse with the date. */
      giftsLeft: number;
    };
    PackageDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @enum {string} */
      state: 'active' | 'closed' | 'converted' | 'pending' | 'refunded' | 'reversed';
      storeId: string;
      storeName: string;
      /** @description 通店: valid in all stores. */
      validEverywhere: boolean;
      /** @description Fen. */
      priceFen: number;
      /** @description YYYY-MM-DD; null while unpaid. */
      paidOn: string | null;
      /** @description The last day, YYYY-MM-DD; null without one. */
      expiresOn: string | null;
      /** @description Its date has passed: what was paid for is extended or paid back at the desk. */
      pastDate: boolean;
      /** @description Since when it rests, YYYY-MM-DD; null when it does not. */
      frozenOn: string | null;
      /** @description Of a card by time; null without a limit. */
      usesPerDay: number | null;
      refundTerms: string;
      items: components['schemas']['PackageItemDto'][];
      contractId: string | null;
    };
    PackageListDto: {
      items: components['schemas']['PackageDto'][];
    };
    SessionUseDto: {
      id: string;
      packageId: string;
      packageName: string;
      itemId: string;
      title: string;
      storeName: string;
      /** @description YYYY-MM-DD in the store. */
      usedOn: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
      appointmentId: string | null;
      /** @enum {string} */
      consent: 'member_code' | 'pending' | 'slip' | 'tap';
      slipNo: string | null;
      /** @enum {string} */
      state: 'done' | 'reversed';
      byName: string;
      /** @description RFC 3339 in the store's offset; null unless she disputed it. */
      disputedAt: string | null;
      disputeNote: string | null;
      reverseReason: string | null;
      /** @description Number of the entry in the books; null for a card by time. */
      txId: string | null;
    };
    PackageChangeDto: {
      /** @enum {string} */
      kind:
        | 'convert'
        | 'extend'
        | 'freeze'
        | 'lapse'
        | 'refund'
        | 'reversal'
        | 'sale'
        | 'transfer'
        | 'unfreeze';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      byName: string;
      reason: string | null;
      /** @description What exactly, a short Chinese sentence. */
      what: string;
    };
    PackageDetailDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @enum {string} */
      state: 'active' | 'closed' | 'converted' | 'pending' | 'refunded' | 'reversed';
      storeId: string;
      storeName: string;
      /** @description 通店: valid in all stores. */
      validEverywhere: boolean;
      /** @description Fen. */
      priceFen: number;
      /** @description YYYY-MM-DD; null while unpaid. */
      paidOn: string | null;
      /** @description The last day, YYYY-MM-DD; null without one. */
      expiresOn: string | null;
      /** @description Its date has passed: what was paid for is extended or paid back at the desk. */
      pastDate: boolean;
      /** @description Since when it rests, YYYY-MM-DD; null when it does not. */
      frozenOn: string | null;
      /** @description Of a card by time; null without a limit. */
      usesPerDay: number | null;
      refundTerms: string;
      items: components['schemas']['PackageItemDto'][];
      contractId: string | null;
      /** @description Latest first. */
      uses: components['schemas']['SessionUseDto'][];
      /** @description Latest first. */
      changes: components['schemas']['PackageChangeDto'][];
      /** @description Id of the refund under way; null when there is none. */
      openRefundId: string | null;
    };
    SessionUseListDto: {
      /** @description Latest first; at most 20. */
      items: components['schemas']['SessionUseDto'][];
    };
    StaffPackagePlanDto: {
      /** @description Clients may buy it on the phone. */
      onPhone: boolean;
      /** @enum {string} */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
      /** @description RFC 3339, UTC. */
      updatedAt: string;
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @description Fen. */
      priceFen: number;
      /** @description All of it before discount, in fen. */
      listPriceFen: number;
      /** @description Days from payment, that day included; null without a date. */
      validDays: number | null;
      /** @description Of a card by time; null without a limit. */
      usesPerDay: number | null;
      /** @description 通店: valid in all stores; else only in the store that sells it. */
      validEverywhere: boolean;
      items: components['schemas']['PackagePlanItemDto'][];
      /** @description Stores that sell it. */
      stores: components['schemas']['PlanStoreDto'][];
      refundTerms: string;
    };
    StaffPackagePlanListDto: {
      items: components['schemas']['StaffPackagePlanDto'][];
    };
    PackagePlanChangeDto: {
      version: number;
      /** @description RFC 3339, UTC. */
      at: string;
      byName: string;
      name: string;
      /** @description Fen. */
      priceFen: number;
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      /** @description What was in it, in words. */
      content: string;
    };
    PackagePlanHistoryDto: {
      plan: components['schemas']['StaffPackagePlanDto'];
      /** @description Latest first. */
      changes: components['schemas']['PackagePlanChangeDto'][];
    };
    PackageItemDraftDto: {
      name: string;
      /** @description Any of these; exactly one for a fixed plan. */
      serviceIds: string[];
      sessions: number;
      giftSessions: number;
      /** @description Of one session before discount, in fen; of the whole card for a card by time. */
      listPriceFen: number;
    };
    CreatePackagePlanDto: {
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @description Fen. */
      priceFen: number;
      /** @description Null: no date. */
      validDays: number | null;
      /** @description Only of a card by time; null: no limit. */
      usesPerDay: number | null;
      validEverywhere: boolean;
      onPhone: boolean;
      storeIds: string[];
      refundTerms: string;
      /** @enum {string} */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
      items: components['schemas']['PackageItemDraftDto'][];
    };
    ChangePackagePlanDto: {
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @description Fen. */
      priceFen: number;
      /** @description Null: no date. */
      validDays: number | null;
      /** @description Only of a card by time; null: no limit. */
      usesPerDay: number | null;
      validEverywhere: boolean;
      onPhone: boolean;
      storeIds: string[];
      refundTerms: string;
      /** @enum {string} */
      ownReasonBasis: 'list_price' | 'principal' | 'ratio';
      /** @enum {string} */
      state: 'draft' | 'off_sale' | 'on_sale';
      sort: number;
      items: components['schemas']['PackageItemDraftDto'][];
      /** @description The version that was read. */
      version: number;
    };
    StaffPackageDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'fixed' | 'pick' | 'time';
      /** @enum {string} */
      state: 'active' | 'closed' | 'converted' | 'pending' | 'refunded' | 'reversed';
      storeId: string;
      storeName: string;
      /** @description 通店: valid in all stores. */
      validEverywhere: boolean;
      /** @description Fen. */
      priceFen: number;
      /** @description YYYY-MM-DD; null while unpaid. */
      paidOn: string | null;
      /** @description The last day, YYYY-MM-DD; null without one. */
      expiresOn: string | null;
      /** @description Its date has passed: what was paid for is extended or paid back at the desk. */
      pastDate: boolean;
      /** @description Since when it rests, YYYY-MM-DD; null when it does not. */
      frozenOn: string | null;
      /** @description Of a card by time; null without a limit. */
      usesPerDay: number | null;
      refundTerms: string;
      items: components['schemas']['PackageItemDto'][];
      contractId: string | null;
      /** @description Latest first. */
      uses: components['schemas']['SessionUseDto'][];
      /** @description Latest first. */
      changes: components['schemas']['PackageChangeDto'][];
      /** @description Id of the refund under way; null when there is none. */
      openRefundId: string | null;
      customerId: string;
      customerName: string;
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'mixed' | 'paycode' | 'stored_value' | 'wechat';
      reference: string | null;
      orderNo: string | null;
      /** @description What is worth something in it, in fen; null while unpaid. */
      paidFen: number | null;
      /** @description What is left of that, in fen. */
      leftFen: number;
      listPriceFen: number;
      byName: string;
      txId: string | null;
      reverseReason: string | null;
    };
    StaffPackageListDto: {
      items: components['schemas']['StaffPackageDto'][];
    };
    PackageTenderDto: {
      /**
       * @description A voucher of another platform pays on a bill alone, which keeps its number from being used twice.
       * @enum {string}
       */
      tender: 'bank_card' | 'cash' | 'paycode' | 'stored_value';
      /** @description Fen. */
      amountFen: number;
      /** @description Number on the slip or of the transaction; required for a bank card. */
      reference?: string;
    };
    SellPackageDto: {
      /** @description The store whose till takes the money. */
      storeId: string;
      planId: string;
      /** @description Together the price. */
      tenders: components['schemas']['PackageTenderDto'][];
      /** @description Number of the contract signed on paper; absent: the client signs it on the phone later. */
      slipNo?: string;
      /** @description For stored value: the client's member code. */
      code?: string;
      /** @description For stored value, instead of a code: the number of the slip that she signed. */
      spendSlipNo?: string;
    };
    RedeemSessionDto: {
      storeId: string;
      serviceId: string;
      /** @description Id of a package's item, or `auto`: the one that expires first. */
      useSession: string;
      /** @description One of the two: the client's member code … */
      code?: string;
      /** @description … or the number of the slip that she signed. */
      slipNo?: string;
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    PastDatePackageDto: {
      packageId: string;
      name: string;
      customerId: string;
      customerName: string;
      phoneMasked: string | null;
      storeId: string;
      /** @description YYYY-MM-DD. */
      expiresOn: string;
      left: number;
      /** @description Fen. */
      leftFen: number;
    };
    PastDateListDto: {
      /** @description The longest first; at most 200. */
      items: components['schemas']['PastDatePackageDto'][];
    };
    ExtendPackageDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      /** @description The new last day. */
      expiresOn: string;
    };
    TransferPackageDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      /** @description The file that receives. */
      toClientId: string;
      /** @description The giver's member code. */
      code: string;
      /** @description The caller's own password again. */
      password: string;
    };
    ConversionTenderDto: {
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'paycode';
      /** @description Fen. */
      amountFen: number;
      /** @description Number on the slip or of the transaction; required for a bank card. */
      reference?: string;
    };
    ConvertPackageDto: {
      /** @description Why, in words; it is kept. */
      reason: string;
      /** @description The new plan; a store of the package's sells it. */
      planId: string;
      /** @description Together what it costs more than what is left; empty when it is the same. */
      tenders: components['schemas']['ConversionTenderDto'][];
      /** @description How she agrees, one of the two: her member code, and the contract is signed on the phone later … */
      code?: string;
      /** @description … or the number of the contract that she signed on paper. */
      slipNo?: string;
    };
    RulePartDto: {
      serviceId: string;
      /** @description Its share of the combo's price, fen; all shares together are the price. */
      shareFen: number;
    };
    PriceRuleDto: {
      id: string;
      /** @description Send it back when changing: another value means that somebody was faster. */
      version: number;
      /** @description RFC 3339, UTC. */
      updatedAt: string;
      /** @enum {string} */
      kind: 'birthday' | 'combo' | 'first_visit' | 'member_day' | 'timed';
      name: string;
      /** @enum {string} */
      effectKind: 'off' | 'permille' | 'price';
      /** @description price and off: fen. permille: what is paid of a thousand. */
      effectValue: number;
      /** @enum {string} */
      scopeKind: 'all' | 'listed' | 'products' | 'services';
      scopeIds: string[];
      parts: components['schemas']['RulePartDto'][];
      from: string | null;
      until: string | null;
      weekdays: number[];
      monthDays: number[];
      fromMinute: number | null;
      untilMinute: number | null;
      membersOnly: boolean;
      daysBefore: number;
      daysAfter: number;
      storeIds: string[];
      /** @enum {string} */
      state: 'off' | 'on';
    };
    PriceRuleListDto: {
      items: components['schemas']['PriceRuleDto'][];
    };
    PriceRuleVersionDto: {
      /** @enum {string} */
      kind: 'birthday' | 'combo' | 'first_visit' | 'member_day' | 'timed';
      name: string;
      /** @enum {string} */
      effectKind: 'off' | 'permille' | 'price';
      /** @description price and off: fen. permille: what is paid of a thousand. */
      effectValue: number;
      /** @enum {string} */
      scopeKind: 'all' | 'listed' | 'products' | 'services';
      scopeIds: string[];
      parts: components['schemas']['RulePartDto'][];
      from: string | null;
      until: string | null;
      weekdays: number[];
      monthDays: number[];
      fromMinute: number | null;
      untilMinute: number | null;
      membersOnly: boolean;
      daysBefore: number;
      daysAfter: number;
      storeIds: string[];
      /** @enum {string} */
      state: 'off' | 'on';
    };
    PriceRuleChangeDto: {
      version: number;
      /** @description RFC 3339, UTC. */
      at: string;
      byName: string;
      rule: components['schemas']['PriceRuleVersionDto'];
    };
    PriceRuleHistoryDto: {
      rule: components['schemas']['PriceRuleDto'];
      /** @description Latest first. */
      changes: components['schemas']['PriceRuleChangeDto'][];
    };
    CreatePriceRuleDto: {
      /** @enum {string} */
      kind: 'birthday' | 'combo' | 'first_visit' | 'member_day' | 'timed';
      name: string;
      /** @enum {string} */
      effectKind: 'off' | 'permille' | 'price';
      /** @description price and off: fen. permille: what is paid of a thousand. */
      effectValue: number;
      /** @enum {string} */
      scopeKind: 'all' | 'listed' | 'products' | 'services';
      /** @description Services, products and service categories by id, product categories by name; empty unless `listed`. */
      scopeIds: string[];
      /** @description Combos only, else empty. */
      parts: components['schemas']['RulePartDto'][];
      /** @description First day; null from ever. */
      from: string | null;
      /** @description Last day; null for ever. */
      until: string | null;
      /** @description 1 is Monday; empty for every day. */
      weekdays: number[];
      /** @description Days of the month; empty for every day. */
      monthDays: number[];
      /** @description Minutes since midnight; null for the whole day. */
      fromMinute: number | null;
      untilMinute: number | null;
      /** @description Member days and birthdays are for members whatever this says. */
      membersOnly: boolean;
      /** @description birthday: days before it on which the rule holds. */
      daysBefore: number;
      daysAfter: number;
      storeIds: string[];
      /** @enum {string} */
      state: 'off' | 'on';
    };
    ChangePriceRuleDto: {
      /** @enum {string} */
      kind: 'birthday' | 'combo' | 'first_visit' | 'member_day' | 'timed';
      name: string;
      /** @enum {string} */
      effectKind: 'off' | 'permille' | 'price';
      /** @description price and off: fen. permille: what is paid of a thousand. */
      effectValue: number;
      /** @enum {string} */
      scopeKind: 'all' | 'listed' | 'products' | 'services';
      /** @description Services, products and service categories by id, product categories by name; empty unless `listed`. */
      scopeIds: string[];
      /** @description Combos only, else empty. */
      parts: components['schemas']['RulePartDto'][];
      /** @description First day; null from ever. */
      from: string | null;
      /** @description Last day; null for ever. */
      until: string | null;
      /** @description 1 is Monday; empty for every day. */
      weekdays: number[];
      /** @description Days of the month; empty for every day. */
      monthDays: number[];
      /** @description Minutes since midnight; null for the whole day. */
      fromMinute: number | null;
      untilMinute: number | null;
      /** @description Member days and birthdays are for members whatever this says. */
      membersOnly: boolean;
      /** @description birthday: days before it on which the rule holds. */
      daysBefore: number;
      daysAfter: number;
      storeIds: string[];
      /** @enum {string} */
      state: 'off' | 'on';
      /** @description The version that was read. */
      version: number;
    };
    CalendarLinkDto: {
      /** @description RFC 3339, UTC; null while there is none. */
      madeAt: string | null;
      /** @description RFC 3339, UTC, to the hour; null before any calendar read it. */
      readAt: string | null;
    };
    MadeCalendarLinkDto: {
      /** @description Shown this once: only its hash is kept. */
      url: string;
    };
    BookingPolicyDto: {
      /** @description Minutes in which the store is open, 10 to 1440. */
      answerMinutes: number;
      /** @description Minutes for which offered times are kept, 10 to 2880. */
      offerMinutes: number;
      /** @description Cancelling is free until this many hours before the start, 0 to 72. */
      freeCancelHours: number;
      /** @description How many months of a client's visits count, 1 to 24. */
      historyMonths: number;
      /** @description Who did not come so often books by phone; null where the store does not mind. */
      mostNoShows: number | null;
      /** @description Who cancelled late so often books by phone; null where the store does not mind. */
      mostLateCancels: number | null;
    };
    DailyCapDto: {
      /** @enum {string} */
      kind: 'service' | 'staff';
      /** @description Of the service or the member of staff. */
      subjectId: string;
      name: string;
      /** @description Null: as many as there is room for. */
      most: number | null;
    };
    DailyCapsDto: {
      items: components['schemas']['DailyCapDto'][];
    };
    DailyCapInputDto: {
      /** @enum {string} */
      kind: 'service' | 'staff';
      /** @description Of the service or the member of staff. */
      subjectId: string;
      /** @description How often the service is done, or how many visits she has; 1 to 200. */
      most: number;
    };
    DailyCapsInputDto: {
      /** @description All that have a cap; who is not named has none. */
      caps: components['schemas']['DailyCapInputDto'][];
    };
    PeakWindowDto: {
      /** @description 1 is Monday, 7 is Sunday. */
      weekday: number;
      /** @description Minutes since local midnight. */
      fromMinute: number;
      /** @description Minutes since local midnight; later than `fromMinute`. */
      toMinute: number;
    };
    PeakTimesDto: {
      /** @description How many hours before they begin they are everybody's, 1 to 336. */
      releaseHours: number;
      windows: components['schemas']['PeakWindowDto'][];
    };
    WantedServiceDto: {
      serviceId: string;
      /** @description Absent: nobody in particular. */
      staffId?: string;
      /** @description The session that covers it: id of a package's item, or `auto`, the one that expires first. */
      useSession?: string;
    };
    BookOwnVisitDto: {
      /** @description The visit of her care plan that it is booked for; its service is among `services`. */
      planStepId?: string;
      storeId: string;
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description In the order in which the client has them; at most six. */
      services: components['schemas']['WantedServiceDto'][];
      note?: string;
    };
    VisitItemSessionDto: {
      packageId: string;
      itemId: string;
      packageName: string;
      /** @description False while it only waits for the visit. */
      used: boolean;
    };
    VisitItemDto: {
      serviceId: string;
      serviceName: string;
      staffId: string;
      /** @description Name that clients see. */
      staffName: string;
      staffTitle: string;
      /** @description 点客: the client asked for this person. */
      requested: boolean;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @description List price for this person's grade, in fen. */
      priceFen: number;
      /** @description The session of a package that covers it; null where it is paid another way. */
      session: components['schemas']['VisitItemSessionDto'] | null;
    };
    VisitOptionItemDto: {
      serviceId: string;
      staffId: string;
      /** @description Name that clients see. */
      staffName: string;
      priceFen: number;
    };
    VisitOptionDto: {
      id: string;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @description In fen. */
      priceFen: number;
      items: components['schemas']['VisitOptionItemDto'][];
    };
    VisitHistoryDto: {
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @description What happened, a short Chinese sentence. */
      what: string;
    };
    VisitDto: {
      id: string;
      /** @enum {string} */
      state:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      storeId: string;
      storeName: string;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @description Sum of the items, in fen. */
      priceFen: number;
      note: string | null;
      items: components['schemas']['VisitItemDto'][];
      /** @description The caller may cancel it now. */
      cancellable: boolean;
      /** @description The caller may move it now. */
      reschedulable: boolean;
      /** @description Until when cancelling is free; RFC 3339 in the store's offset. */
      freeCancelUntil: string;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      cancelReason: string | null;
      /**
       * @description Why the salon could not take it.
       * @enum {string|null}
       */
      declineReason: 'full' | 'not_suitable' | 'other' | 'staff_away' | 'talk_first' | null;
      /**
       * @description What a held visit waits for.
       * @enum {string|null}
       */
      heldFor: 'choice' | null;
      /** @description While it is held or requested: when it falls through if nobody acts; RFC 3339 in the store's offset. */
      expiresAt: string | null;
      /** @description The times that the salon offers instead, the best first. */
      options: components['schemas']['VisitOptionDto'][];
      /** @description It was cancelled by the client after the free time. */
      lateCancel: boolean;
      history: components['schemas']['VisitHistoryDto'][];
    };
    VisitListDto: {
      items: components['schemas']['VisitDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    CancelVisitDto: {
      reason?: string;
    };
    AcceptOfferDto: {
      /** @description One of the visit's `options`. */
      optionId: string;
    };
    RescheduleVisitDto: {
      /** @description RFC 3339 with offset. */
      start: string;
    };
    ServiceDto: {
      id: string;
      name: string;
      categoryId: string;
      categoryName: string;
      description: string;
      imageUrl: string | null;
      /** @description List price in fen when the grade of the person does not change it. */
      priceFen: number;
      /** @description Price in fen for members; null when the same for all. */
      memberPriceFen: number | null;
      /** @description Grades that have a price of their own; empty when the price is the same for all. */
      gradePrices: components['schemas']['GradePriceDto'][];
      /** @description What the client sits through, waits included, buffers not. */
      durationMinutes: number;
      /**
       * @description `staff`: a booking from the phone waits until someone confirms it.
       * @enum {string}
       */
      confirmPolicy: 'auto' | 'staff';
      /** @description False when it is booked by phone or at the desk only. */
      onlineBookable: boolean;
      sort: number;
    };
    ServiceListDto: {
      items: components['schemas']['ServiceDto'][];
    };
    OfferedStaffDto: {
      serviceId: string;
      staffId: string;
    };
    OfferedTimeDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @description Who would do each service. */
      staff: components['schemas']['OfferedStaffDto'][];
    };
    ReservedTimesDto: {
      /** @description RFC 3339 in the store's offset. */
      from: string;
      /** @description RFC 3339 in the store's offset. */
      to: string;
      /** @description From when on they are everybody's; RFC 3339 in the store's offset. */
      opensAt: string;
      /** @description Why, a Chinese sentence. */
      words: string;
    };
    OfferedDayDto: {
      date: string;
      /**
       * @description Why the day has no time.
       * @enum {string}
       */
      reason?:
        | 'beyond_horizon'
        | 'capped'
        | 'closed'
        | 'full'
        | 'no_skill'
        | 'reserved'
        | 'too_soon';
      times: components['schemas']['OfferedTimeDto'][];
      /** @description Starts within opening hours that cannot be had; RFC 3339 in the store's offset. */
      unavailable: string[];
      /** @description Starts that are kept for members of some tiers, and not for the caller. */
      reserved?: components['schemas']['ReservedTimesDto'][];
    };
    AvailabilityDto: {
      days: components['schemas']['OfferedDayDto'][];
    };
    BookableStaffDto: {
      id: string;
      name: string;
      title: string;
      /** @enum {string} */
      grade: 'director' | 'expert' | 'junior' | 'senior';
      position: string;
      bio: string;
      avatarUrl: string | null;
      /** @description Her next free start within a week for the asked service; null when there is none or no service was given. */
      nextFreeAt: string | null;
    };
    BookableStaffListDto: {
      items: components['schemas']['BookableStaffDto'][];
    };
    OfferedWishDto: {
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description Who takes over what the first person of the visit would do; absent: the same people. */
      staffId?: string;
    };
    OfferTimesDto: {
      /** @description The best first; at most three. */
      options: components['schemas']['OfferedWishDto'][];
      /** @description The version on the caller's screen. */
      version: number;
    };
    VisitCustomerDto: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
    };
    VisitAllocationDto: {
      resourceId: string;
      /** @description Null for rooms and devices. */
      staffId: string | null;
      /** @enum {string} */
      kind: 'device' | 'room' | 'staff';
      name: string;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    VisitChangeDto: {
      /** @description RFC 3339 in the store's offset. */
      at: string;
      /** @enum {string} */
      transition:
        | 'accept'
        | 'arrive'
        | 'book'
        | 'cancel'
        | 'complete'
        | 'confirm'
        | 'decline'
        | 'escalate'
        | 'expire'
        | 'move'
        | 'no_show'
        | 'offer'
        | 'start';
      /** @enum {string|null} */
      from:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested'
        | null;
      /** @enum {string} */
      to:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      /** @enum {string} */
      byKind: 'client' | 'staff' | 'system';
      byName: string;
      reason: string | null;
      /** @description For a move or a choice: where it was before; RFC 3339 in the store's offset. */
      movedFrom: string | null;
      /** @description For an offer: the starts offered; RFC 3339 in the store's offset. */
      offered: string[];
      /** @description Services and people whose day was full when the desk put the visit there all the same, each with its cap. */
      beyond: string[];
    };
    StaffVisitDto: {
      id: string;
      /** @enum {string} */
      state:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      storeId: string;
      storeName: string;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /** @description Sum of the items, in fen. */
      priceFen: number;
      note: string | null;
      items: components['schemas']['VisitItemDto'][];
      /** @description The caller may cancel it now. */
      cancellable: boolean;
      /** @description The caller may move it now. */
      reschedulable: boolean;
      /** @description Until when cancelling is free; RFC 3339 in the store's offset. */
      freeCancelUntil: string;
      /** @description RFC 3339 in the store's offset. */
      createdAt: string;
      cancelReason: string | null;
      /**
       * @description Why the salon could not take it.
       * @enum {string|null}
       */
      declineReason: 'full' | 'not_suitable' | 'other' | 'staff_away' | 'talk_first' | null;
      /**
       * @description What a held visit waits for.
       * @enum {string|null}
       */
      heldFor: 'choice' | null;
      /** @description While it is held or requested: when it falls through if nobody acts; RFC 3339 in the store's offset. */
      expiresAt: string | null;
      /** @description The times that the salon offers instead, the best first. */
      options: components['schemas']['VisitOptionDto'][];
      /** @description It was cancelled by the client after the free time. */
      lateCancel: boolean;
      history: components['schemas']['VisitHistoryDto'][];
      customer: components['schemas']['VisitCustomerDto'];
      /** @enum {string} */
      channel: 'desk' | 'mini_program' | 'phone' | 'walk_in';
      /** @description When the manager was told that it waits; RFC 3339 in the store's offset. */
      escalatedAt: string | null;
      /** @description Names of the rooms and beds it uses. */
      rooms: string[];
      allocations: components['schemas']['VisitAllocationDto'][];
      /** @description Send it back when moving: another value means that somebody changed the visit meanwhile. */
      version: number;
      /** @description What the caller may do with it in this state. */
      allowed: (
        | 'accept'
        | 'arrive'
        | 'cancel'
        | 'complete'
        | 'confirm'
        | 'decline'
        | 'escalate'
        | 'expire'
        | 'move'
        | 'no_show'
        | 'offer'
        | 'start'
      )[];
      changes: components['schemas']['VisitChangeDto'][];
    };
    DeclineVisitDto: {
      /** @enum {string} */
      reason: 'full' | 'not_suitable' | 'other' | 'staff_away' | 'talk_first';
      /** @description What the client reads; `other` needs it. */
      words?: string;
    };
    StaffVisitListDto: {
      items: components['schemas']['StaffVisitDto'][];
    };
    BookVisitForClientDto: {
      customerId: string;
      /** @enum {string} */
      channel: 'desk' | 'phone' | 'walk_in';
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
      /** @description Goes on although the day takes no more of a service or of somebody's visits; the history keeps it. */
      beyondCaps?: boolean;
      storeId: string;
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description In the order in which the client has them; at most six. */
      services: components['schemas']['WantedServiceDto'][];
      note?: string;
    };
    BookPlannedVisitDto: {
      storeId: string;
      /** @description RFC 3339 with offset. */
      start: string;
      planStepId: string;
      /** @description Absent: nobody in particular. */
      staffId?: string;
      /** @description The session that covers it: id of a package's item, or `auto`, the one that expires first. */
      useSession?: string;
    };
    StartVisitDto: {
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    CancelVisitForClientDto: {
      /** @description Why, in words; the history of the visit keeps it. */
      reason: string;
    };
    MoveVisitDto: {
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description Who takes over; absent: the same people. */
      staffId?: string;
      /** @description From whom she takes over, where several people serve the visit. */
      fromStaffId?: string;
      /** @description The version on the caller's screen. */
      version: number;
      /** @description Goes on although the day takes no more of a service or of somebody's visits; the history keeps it. */
      beyondCaps?: boolean;
    };
    CalendarStretchDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    CalendarBlockDto: {
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      /**
       * @description `offer`: kept for the choice of the client whose name is the reason.
       * @enum {string}
       */
      kind: 'block' | 'break' | 'leave' | 'offer';
      reason: string | null;
    };
    CalendarStaffDto: {
      id: string;
      name: string;
      title: string;
      position: string;
      grade: string;
      shifts: components['schemas']['CalendarStretchDto'][];
      blocks: components['schemas']['CalendarBlockDto'][];
    };
    CalendarRoomDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'bed' | 'device' | 'room';
    };
    CalendarDto: {
      date: string;
      storeId: string;
      /** @description Null when the store stays closed; RFC 3339 in the store's offset. */
      opensAt: string | null;
      closesAt: string | null;
      /** @description The server's time, for the line of the present. */
      now: string;
      staff: components['schemas']['CalendarStaffDto'][];
      rooms: components['schemas']['CalendarRoomDto'][];
      appointments: components['schemas']['StaffVisitDto'][];
    };
    BookingStandingDto: {
      historyMonths: number;
      noShows: number;
      /** @description Cancelled by her after the free time. */
      lateCancels: number;
      /** @description The store takes no booking of hers from the mini-program. */
      byPhoneOnly: boolean;
    };
    RecordCertificateDto: {
      /** @description As it is printed. */
      number: string;
      /** @description Last day on which it holds. */
      validUntil: string;
      /** @description Of the one that was on the screen; 0 for none. */
      version: number;
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
    };
    VisitAbsenceDto: {
      staffId: string;
      staffName: string;
      /** @enum {string} */
      why: 'away' | 'break' | 'closed' | 'no_certificate' | 'no_skill' | 'off_duty';
    };
    TouchedVisitDto: {
      visit: components['schemas']['StaffVisitDto'];
      absences: components['schemas']['VisitAbsenceDto'][];
      /** @description Who said that it stays as it is; null while nobody has. */
      keptBy: string | null;
    };
    TouchedVisitListDto: {
      items: components['schemas']['TouchedVisitDto'][];
    };
    ChangeSkillDto: {
      skillId: string;
      /** @description Whether she has it from now on. */
      has: boolean;
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
    };
    CertificateRuleDto: {
      /** @description One of the caller's own stores. */
      storeId: string;
      /** @description Whether nobody treats there without a valid certificate. */
      isRequired: boolean;
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
    };
    ApproveRequestDto: {
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
    };
    RequestOutcomeDto: {
      /** @description As it is, or would be, once it is agreed to. */
      request: components['schemas']['ShiftRequestDto'];
      touched: components['schemas']['TouchedVisitDto'][];
    };
    DayLoadDto: {
      staffId: string;
      staffName: string;
      /** @description YYYY-MM-DD */
      date: string;
      /** @description On duty, without breaks and leave. */
      shiftMinutes: number;
      /** @description With clients; may pass the shift. */
      bookedMinutes: number;
    };
    LeadDto: {
      /** @description From so many days before the start to the next one; the last has no end. */
      fromDays: number;
      visits: number;
    };
    StatisticsDto: {
      loads: components['schemas']['DayLoadDto'][];
      leads: components['schemas']['LeadDto'][];
      /** @description Visits that came due: who came, who did not, who called off too late. */
      due: number;
      noShows: number;
      lateCancels: number;
    };
    PlanShiftDto: {
      /** @description The name that it carries; null for hours of its own. */
      templateId: string | null;
      /** @description Minutes since local midnight of the day; past 1440 on the next. */
      startMinute: number;
      endMinute: number;
      breaks: components['schemas']['MinuteStretchDto'][];
    };
    PlanAwayDto: {
      /** @enum {string} */
      kind: 'block' | 'break' | 'leave';
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    PlanDayDto: {
      date: string;
      /** @description Sent back with a change, so that another's change in between is noticed; empty for a day off. */
      seen: string;
      shifts: components['schemas']['PlanShiftDto'][];
      /** @description Leave and whatever else keeps her from being booked, as far as it reaches into the day. */
      away: components['schemas']['PlanAwayDto'][];
      /** @description In which other stores she works that day: their short names. */
      elsewhere: string[];
      /** @description Visits that she has a part in. */
      visits: number;
    };
    PlanPersonDto: {
      staffId: string;
      name: string;
      title: string;
      position: string;
      /** @description Days on which there is something; a day off has an empty mark. */
      days: components['schemas']['PlanDayDto'][];
    };
    PlanClosureDto: {
      date: string;
      reason: string;
    };
    ShiftPlanDto: {
      people: components['schemas']['PlanPersonDto'][];
      closures: components['schemas']['PlanClosureDto'][];
    };
    WantedShiftDto: {
      startMinute: number;
      endMinute: number;
      /** @description The name that it carries; null for hours of its own. */
      templateId: string | null;
      /** @description Within the hours, apart from each other; at most three. */
      breaks: components['schemas']['MinuteStretchDto'][];
    };
    WantedDayDto: {
      staffId: string;
      date: string;
      /** @description The mark of the day as it was shown; empty for a day off. */
      seen: string;
      /** @description None: a day off. */
      shifts: components['schemas']['WantedShiftDto'][];
    };
    ChangeShiftPlanDto: {
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
      days: components['schemas']['WantedDayDto'][];
      /** @description One of the caller's own stores. */
      storeId: string;
    };
    RefusedDayDto: {
      staffId: string;
      date: string;
      /**
       * @description `changed`: by somebody else meanwhile; `overlaps`: she works elsewhere then; `past`; `not_here`.
       * @enum {string}
       */
      why: 'changed' | 'not_here' | 'overlaps' | 'past';
    };
    PlanOutcomeDto: {
      /** @description Days that stay as they are; all others are, or would be, changed. */
      refused: components['schemas']['RefusedDayDto'][];
      touched: components['schemas']['TouchedVisitDto'][];
    };
    CloseStoreDto: {
      /** @description True: says what would become of it and changes nothing. */
      dryRun: boolean;
      /** @description The touched visits that a dry run has shown; when there are others, nothing is changed. */
      seenVisits: string[];
      /** @description From today on. */
      date: string;
      /** @description Staff and clients read it. */
      reason: string;
      /** @description One of the caller's own stores. */
      storeId: string;
    };
    LiftClosureDto: {
      /** @description One of the caller's own stores. */
      storeId: string;
      date: string;
    };
    StandInDto: {
      /** @description Who would come in. */
      name: string;
      /** @description For the move. */
      staffId: string;
      fromStaffId: string;
    };
    StandInListDto: {
      items: components['schemas']['StandInDto'][];
    };
    KeepVisitDto: {
      /** @description That was on the screen. */
      version: number;
    };
    TurnInQueueDto: {
      staffId: string;
      name: string;
      /** @description Turns that she had today, those that she passed on, and visits by turn that she still has ahead. */
      served: number;
      passed: number;
      ahead: number;
      /** @description RFC 3339; until when she is busy with a visit, null while she is free. */
      busyUntil: string | null;
    };
    AbsentDto: {
      staffId: string;
      name: string;
    };
    PositionQueueDto: {
      /** @enum {string} */
      position:
        | 'assistant'
        | 'colourist'
        | 'consultant'
        | 'finance'
        | 'front_desk'
        | 'manager'
        | 'marketing'
        | 'owner'
        | 'stylist'
        | 'therapist';
      inQueue: components['schemas']['TurnInQueueDto'][];
      absent: components['schemas']['AbsentDto'][];
    };
    TurnQueueDto: {
      isKept: boolean;
      /** @description Empty where the store keeps no turns. */
      queues: components['schemas']['PositionQueueDto'][];
    };
    ReceiptSummaryDto: {
      id: string;
      date: string;
      no: number;
      storeName: string;
      /** @enum {string} */
      state: 'awaiting' | 'open' | 'paid' | 'parked' | 'reversed' | 'void';
      /** @description Fen. */
      payFen: number;
      paidAt: string | null;
    };
    ReceiptListDto: {
      items: components['schemas']['ReceiptSummaryDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    BecauseDto: {
      kind: string;
      label: string;
      /** @description Fen. */
      savesFen: number;
    };
    ReceiptLineDto: {
      name: string;
      quantity: number;
      listFen: number;
      payFen: number;
      because: components['schemas']['BecauseDto'][];
      staffNames: string[];
    };
    BillCouponDto: {
      couponId: string;
      name: string;
      /** @description Fen. */
      savesFen: number;
    };
    BillSessionDto: {
      lineSeq: number;
      itemId: string;
      name: string;
      /** @enum {string} */
      kind: 'package' | 'time_card';
      units: number;
      /** @description Kept when the visit was booked. */
      isReserved: boolean;
    };
    BillPointsDto: {
      /** @description Brought by it; 0 once it was reversed. */
      earned: number;
      /** @description Taken back when it was reversed, but used before: her next points make up for them. */
      missing: number;
    };
    BillTenderDto: {
      /** @enum {string} */
      kind: 'bank_card' | 'cash' | 'debt' | 'paycode' | 'points' | 'stored_value' | 'voucher';
      amountFen: number;
      givenFen: number | null;
      changeFen: number | null;
      channel: string | null;
      reference: string | null;
      /** @description Of stored value. */
      principalFen: number | null;
      bonusFen: number | null;
      /** @description How many points paid it. */
      points: number | null;
      note: string;
    };
    DisputeAnswerDto: {
      words: string;
      byName: string;
      at: string;
    };
    BillConfirmationDto: {
      /** @enum {string} */
      way: 'member_code' | 'slip' | 'tap';
      slipNo: string | null;
      at: string;
      disputedAt: string | null;
      disputeNote: string | null;
      /** @description How the salon answered what she said; null while it did not, or where it reversed the bill instead. */
      settled: components['schemas']['DisputeAnswerDto'] | null;
    };
    ReceiptDto: {
      id: string;
      date: string;
      no: number;
      storeName: string;
      /** @enum {string} */
      state: 'awaiting' | 'open' | 'paid' | 'parked' | 'reversed' | 'void';
      version: number;
      listFen: number;
      payFen: number;
      lines: components['schemas']['ReceiptLineDto'][];
      coupons: components['schemas']['BillCouponDto'][];
      sessions: components['schemas']['BillSessionDto'][];
      points: components['schemas']['BillPointsDto'];
      tenders: components['schemas']['BillTenderDto'][];
      proposed: components['schemas']['BillTenderDto'][];
      confirmation: components['schemas']['BillConfirmationDto'] | null;
      paidAt: string | null;
      reverseReason: string | null;
    };
    BillVersionDto: {
      /** @description The version that was seen. */
      version: number;
    };
    DisputeBillDto: {
      /** @description What is wrong, in the client's words. */
      note?: string;
    };
    BillSummaryDto: {
      id: string;
      /** @description The day on which it was opened and its number of that day. */
      date: string;
      no: number;
      storeId: string;
      /** @enum {string} */
      state: 'awaiting' | 'open' | 'paid' | 'parked' | 'reversed' | 'void';
      version: number;
      clientId: string | null;
      clientName: string | null;
      appointmentId: string | null;
      listFen: number;
      payFen: number;
      paidAt: string | null;
      openedBy: string;
    };
    BillListDto: {
      items: components['schemas']['BillSummaryDto'][];
    };
    LineStaffDto: {
      staffId: string;
      name: string;
      /** @description Thousandths. */
      sharePermille: number;
    };
    LineDiscountDto: {
      /** @enum {string} */
      kind: 'complimentary' | 'manual';
      /** @description Fen. */
      amountFen: number;
      reason: string;
      givenBy: string;
      approvedBy: string | null;
    };
    BillLineDto: {
      seq: number;
      /** @enum {string} */
      kind: 'package' | 'product' | 'service' | 'top_up';
      itemId: string;
      name: string;
      unitFen: number;
      quantity: number;
      listFen: number;
      /** @description After the best price. */
      priceFen: number;
      /** @description After what was taken off by hand. */
      payFen: number;
      because: components['schemas']['BecauseDto'][];
      staff: components['schemas']['LineStaffDto'][];
      discount: components['schemas']['LineDiscountDto'] | null;
      note: string;
    };
    TriedPriceDto: {
      /** @enum {string} */
      kind: 'coupon' | 'line_price';
      /** @description The coupon, or the line. */
      id: string;
      sentence: string;
      /** @description What the bill would come to with it, fen; null where it cannot be used. */
      wouldPayFen: number | null;
    };
    BillPricingDto: {
      sentences: string[];
      tried: components['schemas']['TriedPriceDto'][];
      /** @description What she keeps for another time. */
      keptCoupons: string[];
      keptSessions: string[];
    };
    PointsOfferDto: {
      /** @description Good today. */
      balance: number;
      /** @description What 100 points pay, fen. */
      fenPerHundred: number;
      /** @description The most that the house takes, in hundreds; 0 when not even one. */
      points: number;
      /** @description What these pay, fen. */
      worthFen: number;
    };
    BillChangeDto: {
      version: number;
      act: string;
      byName: string;
      reason: string | null;
      at: string;
    };
    BillDto: {
      id: string;
      /** @description The day on which it was opened and its number of that day. */
      date: string;
      no: number;
      storeId: string;
      /** @enum {string} */
      state: 'awaiting' | 'open' | 'paid' | 'parked' | 'reversed' | 'void';
      version: number;
      clientId: string | null;
      clientName: string | null;
      appointmentId: string | null;
      listFen: number;
      payFen: number;
      paidAt: string | null;
      openedBy: string;
      storeName: string;
      note: string;
      lines: components['schemas']['BillLineDto'][];
      coupons: components['schemas']['BillCouponDto'][];
      sessions: components['schemas']['BillSessionDto'][];
      pricing: components['schemas']['BillPricingDto'];
      points: components['schemas']['BillPointsDto'];
      pointsOffer: components['schemas']['PointsOfferDto'] | null;
      /** @description Her member code, her tap or a slip is needed for what it takes from her. */
      needsConsent: boolean;
      tenders: components['schemas']['BillTenderDto'][];
      /** @description What the client is asked to agree to. */
      proposed: components['schemas']['BillTenderDto'][];
      confirmation: components['schemas']['BillConfirmationDto'] | null;
      changes: components['schemas']['BillChangeDto'][];
      /** @description The reversed bill that this one does again. */
      copyOf: string | null;
      takenBy: string | null;
      /** @description Entry in the books of what was not stored value. */
      txId: string | null;
    };
    OpenBillDto: {
      storeId: string;
      /** @description The visit that is paid for. */
      appointmentId?: string;
      /** @description The file of a walk-in, if she has one. */
      customerId?: string;
      note?: string;
    };
    StaffShareDto: {
      staffId: string;
      /** @description Thousandths of the line; all of a line make 1000. */
      sharePermille: number;
    };
    DiscountDto: {
      /**
       * @description Off by hand, or the whole line as a gift of the house.
       * @enum {string}
       */
      kind: 'complimentary' | 'manual';
      /** @description Fen; needed for `manual`. */
      amountFen?: number;
      reason: string;
    };
    BillLineInputDto: {
      /** @enum {string} */
      kind: 'package' | 'product' | 'service' | 'top_up';
      /** @description The service, the product, or the plan of the card. */
      itemId: string;
      quantity: number;
      staff: components['schemas']['StaffShareDto'][];
      note?: string;
      discount?: components['schemas']['DiscountDto'];
    };
    ApproverDto: {
      username: string;
      password: string;
    };
    EditBillDto: {
      /** @description The version that was seen. */
      version: number;
      /** @description All lines of the bill, in order. */
      lines: components['schemas']['BillLineInputDto'][];
      note?: string;
      /** @description Whose bill a walk-in's is; null: nobody's. */
      customerId?: string | null;
      /** @description Coupons that she keeps for another time. */
      keepCoupons?: string[];
      /** @description Items of packages whose sessions she keeps for another time. */
      keepSessions?: string[];
      approver?: components['schemas']['ApproverDto'];
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    BillReasonDto: {
      /** @description The version that was seen. */
      version: number;
      reason: string;
    };
    TenderDto: {
      /** @enum {string} */
      kind: 'bank_card' | 'cash' | 'debt' | 'paycode' | 'points' | 'stored_value' | 'voucher';
      /** @description Fen. */
      amountFen: number;
      /** @description Cash that was handed over, fen; the amount unless told. */
      givenFen?: number;
      /**
       * @description Of a pay code wechat or alipay, of a voucher meituan or douyin.
       * @enum {string}
       */
      channel?: 'alipay' | 'douyin' | 'meituan' | 'wechat';
      /** @description The terminal's slip, the order of the pay code, the number of the voucher. */
      reference?: string;
      /** @description How many points pay it; of points alone. */
      points?: number;
      note?: string;
    };
    AskClientDto: {
      /** @description The version that was seen. */
      version: number;
      tenders: components['schemas']['TenderDto'][];
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    PayBillDto: {
      /** @description The version that was seen. */
      version: number;
      tenders: components['schemas']['TenderDto'][];
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
      /** @description The client's member code; or give the number of the slip that she signed. Needed for stored value and points. */
      code?: string;
      slipNo?: string;
      /** @description Number of the contracts of its cards that were signed on paper; she signs on her phone unless told. */
      contractSlipNo?: string;
      /** @description Takes the visit to its end as well. */
      completeVisit?: boolean;
    };
    ExpectedDto: {
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'paycode' | 'voucher';
      expectedFen: number;
    };
    CountedDto: {
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'paycode' | 'voucher';
      expectedFen: number;
      countedFen: number;
      differenceFen: number;
      reason: string | null;
    };
    TillShiftDto: {
      id: string;
      storeId: string;
      date: string;
      /** @enum {string} */
      state: 'closed' | 'open';
      /** @description Fen. */
      floatFen: number;
      openedBy: string;
      openedAt: string;
      closedBy: string | null;
      closedAt: string | null;
      /** @description By the books so far, of cash with the float. */
      expected: components['schemas']['ExpectedDto'][];
      /** @description Once it was closed. */
      counts: components['schemas']['CountedDto'][];
    };
    TillShiftListDto: {
      items: components['schemas']['TillShiftDto'][];
    };
    OpenShiftDto: {
      storeId: string;
      /** @description Cash in the till at the start, fen. */
      floatFen: number;
    };
    CountDto: {
      /** @enum {string} */
      tender: 'bank_card' | 'cash' | 'paycode' | 'voucher';
      /** @description Fen; of cash in a shift with the float. */
      countedFen: number;
      /** @description Needed where it is not what the books expect. */
      reason?: string;
    };
    CountsDto: {
      counts: components['schemas']['CountDto'][];
    };
    DayTenderDto: {
      tender: string;
      amountFen: number;
    };
    OpenBillOfDayDto: {
      id: string;
      date: string;
      no: number;
      state: string;
    };
    DailyCloseDto: {
      storeId: string;
      date: string;
      /** @enum {string} */
      state: 'closed' | 'open';
      billCount: number;
      reversedCount: number;
      listFen: number;
      discountFen: number;
      payFen: number;
      serviceFen: number;
      productFen: number;
      /** @description Of packages and top-ups. */
      cardFen: number;
      /** @description Stored value that was used. */
      principalFen: number;
      bonusFen: number;
      tenders: components['schemas']['DayTenderDto'][];
      expected: components['schemas']['ExpectedDto'][];
      counts: components['schemas']['CountedDto'][];
      openBills: components['schemas']['OpenBillOfDayDto'][];
      closedBy: string | null;
      closedAt: string | null;
    };
    CloseDayDto: {
      counts: components['schemas']['CountDto'][];
      storeId: string;
      date: string;
    };
    RepayDebtDto: {
      storeId: string;
      /** @enum {string} */
      kind: 'bank_card' | 'cash' | 'paycode';
      /** @description Fen. */
      amountFen: number;
      /** @enum {string} */
      channel?: 'alipay' | 'wechat';
      reference?: string;
    };
    DebtPaymentDto: {
      id: string;
      clientId: string;
      /** @description Fen. */
      amountFen: number;
      /** @description What is still owed, fen. */
      owedFen: number;
      txId: string;
    };
    CheckoutRulesDto: {
      storeId: string | null;
      /** @description Thousandths of a line's price. */
      deskDiscountPermille: number;
      managerDiscountPermille: number;
      ownerDiscountPermille: number;
      /** @description Fen that one person gives away whole in a month and store. */
      complimentaryMonthFen: number;
      /** @description The most coupons on one bill. */
      mostCoupons: number;
    };
    ChangeCheckoutRulesDto: {
      /** @description The brand unless told. */
      storeId?: string;
      deskDiscountPermille?: number;
      managerDiscountPermille?: number;
      ownerDiscountPermille?: number;
      complimentaryMonthFen?: number;
      mostCoupons?: number;
    };
    TreatmentParameterDto: {
      name: string;
      value: string;
      unit: string;
    };
    TreatmentDoneDto: {
      serviceId: string;
      serviceName: string;
      parameters: components['schemas']['TreatmentParameterDto'][];
    };
    TreatmentProductDto: {
      /** @description Null for a product that is not in the catalogue. */
      productId: string | null;
      name: string;
      /** @description In `unit`; null where it was not measured. */
      amount: number | null;
      unit: string;
    };
    ClientTreatmentDto: {
      id: string;
      appointmentId: string;
      storeName: string;
      /** @description RFC 3339 in the store's offset. */
      visitedAt: string;
      done: components['schemas']['TreatmentDoneDto'][];
      products: components['schemas']['TreatmentProductDto'][];
      /** @enum {string} */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      advice: string;
      homeCare: string;
      nextOn: string | null;
      /** @description She took her consent back: what it says of her health is not shown. */
      closed: boolean;
    };
    ClientTreatmentListDto: {
      items: components['schemas']['ClientTreatmentDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    CareVisitServiceDto: {
      serviceId: string;
      serviceName: string;
      staffName: string;
    };
    CareVisitDto: {
      id: string;
      customerId: string;
      customerName: string;
      /** @enum {string} */
      state:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
      services: components['schemas']['CareVisitServiceDto'][];
      rooms: string[];
      /** @description The caller leads a service of it or does a step. */
      mine: boolean;
      /**
       * @description The step that comes next and that the caller may take now; null where there is none.
       * @enum {string|null}
       */
      next: 'arrive' | 'complete' | 'start' | null;
      /**
       * @description The caller's draft counts; `none` where nothing was typed.
       * @enum {string}
       */
      record: 'draft' | 'none' | 'written';
      /** @description The caller may write its record now. */
      writable: boolean;
    };
    CareDayDto: {
      /** @description YYYY-MM-DD. */
      date: string;
      visits: components['schemas']['CareVisitDto'][];
      /** @description Finished visits of the thirty days before without a record: the caller's own, or the store's for a manager. */
      unwritten: components['schemas']['CareVisitDto'][];
    };
    TreatmentContentsDto: {
      done: components['schemas']['TreatmentDoneDto'][];
      products: components['schemas']['TreatmentProductDto'][];
      /** @enum {string} */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      advice: string;
      homeCare: string;
      staffNote: string;
      /** @description The day on which she should come again. */
      nextOn: string | null;
      /** @description Why something was done that her health file speaks against; empty where nothing was. */
      deviation: string;
      /** @description What it spoke against, as it was found then. */
      deviatesFrom: string[];
    };
    TreatmentVersionDto: {
      version: number;
      contents: components['schemas']['TreatmentContentsDto'];
      /** @description Why the version before it was corrected; empty in a first one. */
      reason: string;
      byName: string;
      /** @description RFC 3339 in the store's offset. */
      at: string;
    };
    TreatmentDraftDto: {
      revision: number;
      contents: components['schemas']['TreatmentContentsDto'];
      /** @description RFC 3339 in the store's offset. */
      savedAt: string;
    };
    TemplateParameterDto: {
      name: string;
      unit: string;
      /** @description What the form begins with; may be empty. */
      usual: string;
    };
    TemplateProductDto: {
      name: string;
      /** @description In `unit`; null: to be filled in each time. */
      amount: number | null;
      unit: string;
    };
    TreatmentTemplateDto: {
      serviceId: string;
      /** @description 0 where none was set up yet. */
      version: number;
      parameters: components['schemas']['TemplateParameterDto'][];
      products: components['schemas']['TemplateProductDto'][];
      advice: string;
      homeCare: string;
      nextAfterDays: number | null;
      /** @description A visit with this service is not completed before its record is written. */
      recordFirst: boolean;
      /** @description Who saved it last; null where none was set up yet. */
      byName: string | null;
    };
    VisitTreatmentDto: {
      /** @description Null while nothing was written. */
      recordId: string | null;
      /** @description The newest first; empty while nothing was written. */
      versions: components['schemas']['TreatmentVersionDto'][];
      /** @description Null where she has none. */
      draft: components['schemas']['TreatmentDraftDto'] | null;
      /** @description The caller may write or correct it now. */
      writable: boolean;
      /** @description What the booked services' records begin with. */
      templates: components['schemas']['TreatmentTemplateDto'][];
      /** @description The day of the visit in the store, YYYY-MM-DD. */
      visitedOn: string;
      /**
       * @description Whether she agreed that health data is kept: words about her health, and words that somebody typed, are written while she does, and hidden once `withdrawn`.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
    };
    TreatmentParameterInputDto: {
      name: string;
      /** @description As it was used, in words or a number; empty lines are left out of the record. */
      value: string;
      unit: string;
    };
    TreatmentDoneInputDto: {
      serviceId: string;
      parameters: components['schemas']['TreatmentParameterInputDto'][];
    };
    TreatmentProductInputDto: {
      /** @description Null for a product that is not in the catalogue. */
      productId: string | null;
      name: string;
      /** @description In `unit`, two decimals at most; null where it was not measured. */
      amount: number | null;
      unit: string;
    };
    TreatmentDraftInputDto: {
      /** @description The revision that was read; 0 for the first. */
      revision: number;
      /** @description Services that were done; at least one in a record. */
      done: components['schemas']['TreatmentDoneInputDto'][];
      products: components['schemas']['TreatmentProductInputDto'][];
      /** @enum {string} */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      /** @description She reads it on her phone. */
      advice: string;
      /** @description She reads it on her phone. */
      homeCare: string;
      /** @description For colleagues only. */
      staffNote: string;
      /** @description The day on which she should come again. */
      nextOn: string | null;
      /** @description Why something was done that her health file speaks against; for colleagues only. */
      deviation?: string;
    };
    TreatmentDraftSavedDto: {
      /** @description Send it back with the next save. */
      revision: number;
    };
    TreatmentInputDto: {
      /** @description Services that were done; at least one in a record. */
      done: components['schemas']['TreatmentDoneInputDto'][];
      products: components['schemas']['TreatmentProductInputDto'][];
      /** @enum {string} */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      /** @description She reads it on her phone. */
      advice: string;
      /** @description She reads it on her phone. */
      homeCare: string;
      /** @description For colleagues only. */
      staffNote: string;
      /** @description The day on which she should come again. */
      nextOn: string | null;
      /** @description Why something was done that her health file speaks against; for colleagues only. */
      deviation?: string;
    };
    CorrectTreatmentDto: {
      /** @description Services that were done; at least one in a record. */
      done: components['schemas']['TreatmentDoneInputDto'][];
      products: components['schemas']['TreatmentProductInputDto'][];
      /** @enum {string} */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      /** @description She reads it on her phone. */
      advice: string;
      /** @description She reads it on her phone. */
      homeCare: string;
      /** @description For colleagues only. */
      staffNote: string;
      /** @description The day on which she should come again. */
      nextOn: string | null;
      /** @description Why something was done that her health file speaks against; for colleagues only. */
      deviation?: string;
      /** @description The version that was read. */
      version: number;
      /** @description Why it is corrected; stands with the new version. */
      reason: string;
    };
    TreatmentRecordDto: {
      id: string;
      appointmentId: string;
      storeName: string;
      /** @description When the visit was; RFC 3339 in the store's offset. */
      visitedAt: string;
      version: number;
      contents: components['schemas']['TreatmentContentsDto'];
      /** @description She took her consent back: what it says of her health is not shown. */
      closed: boolean;
      /** @description Who wrote what it says now. */
      byName: string;
    };
    TreatmentRecordListDto: {
      items: components['schemas']['TreatmentRecordDto'][];
      /** @description Give it back as `cursor` for the next page; absent on the last. */
      nextCursor?: string;
    };
    TreatmentTemplateListDto: {
      items: components['schemas']['TreatmentTemplateDto'][];
    };
    SaveTreatmentTemplateDto: {
      /** @description The version that was read; 0 where there was none. */
      version: number;
      parameters: components['schemas']['TemplateParameterDto'][];
      products: components['schemas']['TemplateProductDto'][];
      advice: string;
      homeCare: string;
      /** @description After how many days she should come again; null: nothing is suggested. */
      nextAfterDays: number | null;
      /** @description A visit with this service is not completed before its record is written. */
      recordFirst: boolean;
    };
    GiftDto: {
      couponId: string;
      /** @description Of the coupon. */
      name: string;
      /** @description `满300减50` */
      couponWords: string;
      /** @description What the salon says with it. */
      words: string;
      /** @description YYYY-MM-DD, its last day. */
      validUntil: string;
    };
    BirthdayGiftDto: {
      /** @description Null where there is none that she can use. */
      gift: components['schemas']['GiftDto'] | null;
    };
    MarketingChoiceDto: {
      /** @description None of it: no gifts by themselves, no messages, no calls. */
      optedOut: boolean;
      /** @description She agreed to text messages. */
      sms: boolean;
      /** @description She agreed to be called. */
      calls: boolean;
      /** @description The version that was read; 0 before anything was said. */
      version: number;
    };
    MarketingChoiceChangeDto: {
      optedOut: boolean;
      sms: boolean;
      calls: boolean;
      /** @enum {string} */
      byKind: 'client' | 'staff' | 'system';
      byName: string;
      at: string;
    };
    ClientMarketingDto: {
      /** @description None of it: no gifts by themselves, no messages, no calls. */
      optedOut: boolean;
      /** @description She agreed to text messages. */
      sms: boolean;
      /** @description She agreed to be called. */
      calls: boolean;
      /** @description The version that was read; 0 before anything was said. */
      version: number;
      /** @description Latest first. */
      changes: components['schemas']['MarketingChoiceChangeDto'][];
    };
    AutomationDto: {
      id: string;
      templateName: string;
      /** @description Coupons given this year. */
      grantedThisYear: number;
      /** @description What they can take off at the most, in fen. */
      worthThisYearFen: number;
      /** @description What those that were used have cost so far, in fen. */
      costThisYearFen: number;
      version: number;
      updatedAt: string;
      name: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      /** @description The coupon that it gives. */
      templateId: string;
      /** @description The stores whose clients it is for. */
      storeIds: string[];
      /** @description Given so many days before the birthday. */
      daysBefore: number;
      /** @description Good until so many days after it. */
      daysAfter: number;
      /**
       * @description Where 29 February goes in a year that has none.
       * @enum {string}
       */
      leapDay: 'feb28' | 'mar1';
      /** @description The most coupons of a year; null without a limit. */
      budgetCount: number | null;
      /** @description What the coupons of a year can take off at the most, in fen; null without a limit. */
      budgetFen: number | null;
      /** @description What the client reads with it. */
      words: string;
      /** @description Where no subscribe message reaches her: a text message, if she agreed to them. */
      bySms: boolean;
      /** @description Where nothing else does: the desk calls her, if she agreed to it. */
      byCall: boolean;
    };
    AutomationListDto: {
      items: components['schemas']['AutomationDto'][];
    };
    AutomationRunLineDto: {
      day: string;
      granted: number;
      leftOut: number;
      finishedAt: string;
    };
    AutomationChangeDto: {
      version: number;
      byName: string;
      at: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      daysBefore: number;
      daysAfter: number;
    };
    AutomationHistoryDto: {
      automation: components['schemas']['AutomationDto'];
      /** @description Its last days, latest first. */
      runs: components['schemas']['AutomationRunLineDto'][];
      /** @description Latest first. */
      changes: components['schemas']['AutomationChangeDto'][];
    };
    AutomationGrantDto: {
      clientId: string;
      name: string;
      memberNo: string;
      couponId: string;
      birthdayOn: string;
      grantedOn: string;
    };
    AutomationGrantListDto: {
      items: components['schemas']['AutomationGrantDto'][];
      /** @description Where the next page begins; absent on the last. */
      nextCursor?: string;
    };
    CreateAutomationDto: {
      name: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      /** @description The coupon that it gives. */
      templateId: string;
      /** @description The stores whose clients it is for. */
      storeIds: string[];
      /** @description Given so many days before the birthday. */
      daysBefore: number;
      /** @description Good until so many days after it. */
      daysAfter: number;
      /**
       * @description Where 29 February goes in a year that has none.
       * @enum {string}
       */
      leapDay: 'feb28' | 'mar1';
      /** @description The most coupons of a year; null without a limit. */
      budgetCount: number | null;
      /** @description What the coupons of a year can take off at the most, in fen; null without a limit. */
      budgetFen: number | null;
      /** @description What the client reads with it. */
      words: string;
      /** @description Where no subscribe message reaches her: a text message, if she agreed to them. */
      bySms: boolean;
      /** @description Where nothing else does: the desk calls her, if she agreed to it. */
      byCall: boolean;
    };
    ChangeAutomationDto: {
      name: string;
      /** @enum {string} */
      state: 'draft' | 'off' | 'on';
      /** @description The coupon that it gives. */
      templateId: string;
      /** @description The stores whose clients it is for. */
      storeIds: string[];
      /** @description Given so many days before the birthday. */
      daysBefore: number;
      /** @description Good until so many days after it. */
      daysAfter: number;
      /**
       * @description Where 29 February goes in a year that has none.
       * @enum {string}
       */
      leapDay: 'feb28' | 'mar1';
      /** @description The most coupons of a year; null without a limit. */
      budgetCount: number | null;
      /** @description What the coupons of a year can take off at the most, in fen; null without a limit. */
      budgetFen: number | null;
      /** @description What the client reads with it. */
      words: string;
      /** @description Where no subscribe message reaches her: a text message, if she agreed to them. */
      bySms: boolean;
      /** @description Where nothing else does: the desk calls her, if she agreed to it. */
      byCall: boolean;
      /** @description The version that was read. */
      version: number;
    };
    LeftOutCountDto: {
      /** @enum {string} */
      reason:
        | 'budget_count'
        | 'budget_fen'
        | 'cap_reached'
        | 'had_it'
        | 'minor'
        | 'not_offered'
        | 'opted_out'
        | 'other_store';
      count: number;
    };
    AutomationVerdictDto: {
      clientId: string;
      name: string;
      memberNo: string;
      /** @description The day it falls on this time. */
      birthdayOn: string;
      /** @enum {string} */
      calendar: 'lunar' | 'solar';
      /**
       * @description Why she gets nothing; null when she gets hers.
       * @enum {string|null}
       */
      leftOut:
        | 'budget_count'
        | 'budget_fen'
        | 'cap_reached'
        | 'had_it'
        | 'minor'
        | 'not_offered'
        | 'opted_out'
        | 'other_store'
        | null;
    };
    AutomationRunDto: {
      isQueued: boolean;
      day: string;
      gets: number;
      leftOut: components['schemas']['LeftOutCountDto'][];
      /** @description The first two hundred of them, those who get it first. */
      clients: components['schemas']['AutomationVerdictDto'][];
    };
    MessageCountDto: {
      /** @enum {string} */
      channel: 'call' | 'none' | 'sms' | 'subscribe';
      /** @enum {string} */
      state:
        | 'called'
        | 'failed'
        | 'not_allowed'
        | 'sending'
        | 'sent'
        | 'to_call'
        | 'unknown'
        | 'withheld';
      count: number;
    };
    MessageFateDto: {
      /**
       * @description `none`: WeChat was not asked, the reason says why.
       * @enum {string}
       */
      channel: 'call' | 'none' | 'sms' | 'subscribe';
      /** @enum {string} */
      state:
        | 'called'
        | 'failed'
        | 'not_allowed'
        | 'sending'
        | 'sent'
        | 'to_call'
        | 'unknown'
        | 'withheld';
      reason: string | null;
      /** @description A call: how often the desk tried, and who did last. */
      tries: number;
      doneByName: string | null;
      /** @description RFC 3339, UTC. */
      at: string;
    };
    CouponMessagesDto: {
      couponId: string;
      /** @enum {string} */
      couponState: 'expired' | 'held' | 'issued' | 'revoked' | 'used';
      /** @description In the order in which they were tried; empty before the first, such as at night. */
      messages: components['schemas']['MessageFateDto'][];
    };
    AutomationMessagesDto: {
      /** @description Of all its coupons. */
      counts: components['schemas']['MessageCountDto'][];
      /** @description Of a page of its grants, in their order. */
      items: components['schemas']['CouponMessagesDto'][];
      /** @description Where the next page begins; absent on the last. */
      nextCursor?: string;
    };
    MessageTemplateDto: {
      templateId: string;
      /** @enum {string} */
      kind:
        | 'balance'
        | 'cancelled'
        | 'changed'
        | 'confirmed'
        | 'coupon'
        | 'reminder'
        | 'session'
        | 'soon';
      /**
       * @description After what the phone asks for it.
       * @enum {string}
       */
      occasion: 'booking' | 'coupon' | 'payment';
      /** @description What the client is told she will get. */
      title: string;
      /** @description Consents left: messages of this kind that can still be sent. */
      credits: number;
    };
    MessageTemplateListDto: {
      items: components['schemas']['MessageTemplateDto'][];
    };
    ConsentDto: {
      templateId: string;
      /** @enum {string} */
      result: 'accept' | 'ban' | 'filter' | 'reject';
    };
    RecordConsentsDto: {
      results: components['schemas']['ConsentDto'][];
    };
    CallCouponDto: {
      name: string;
      /** @description `满300减50` */
      words: string;
      /** @description YYYY-MM-DD, its last day. */
      validUntil: string;
      /** @description What she is told with it. */
      say: string;
    };
    CallVisitDto: {
      id: string;
      /** @description What of it: `changed`, `staff_changed`, `cancelled`, `expired`, `day_before`. */
      kind: string;
      /** @description RFC 3339 in the store's offset. */
      start: string;
      services: string[];
      staffNames: string[];
    };
    CallDto: {
      id: string;
      clientId: string;
      clientName: string;
      memberNo: string;
      /** @description Null where her file has no phone any more. */
      phoneMasked: string | null;
      storeId: string;
      coupon: components['schemas']['CallCouponDto'] | null;
      visit: components['schemas']['CallVisitDto'] | null;
      /** @description How often she was called and did not answer. */
      tries: number;
      /** @description Who called last; null before anybody did. */
      lastByName: string | null;
      /** @description RFC 3339, UTC; null before anybody called. */
      lastAt: string | null;
    };
    CallListDto: {
      /** @description Those that wait longest first. */
      items: components['schemas']['CallDto'][];
      /** @description Where the next page begins; absent on the last. */
      nextCursor?: string;
    };
    SettleCallDto: {
      /**
       * @description `not_reached`: she stays on the list.
       * @enum {string}
       */
      result: 'called' | 'not_reached';
    };
    SettledCallDto: {
      /** @enum {string} */
      state: 'called' | 'to_call';
      tries: number;
    };
    VisitMessageDto: {
      kind: string;
      /** @enum {string} */
      channel: 'call' | 'none' | 'sms' | 'subscribe';
      /** @enum {string} */
      state:
        | 'called'
        | 'failed'
        | 'not_allowed'
        | 'sending'
        | 'sent'
        | 'to_call'
        | 'unknown'
        | 'withheld';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      reason: string | null;
      /** @description A call: how often the desk tried, and who did last. */
      tries: number;
      doneByName: string | null;
    };
    VisitMessageListDto: {
      items: components['schemas']['VisitMessageDto'][];
    };
    ReminderRulesView: {
      /** @description What became of the messages about visits of the last seven days and of those ahead. */
      counts: components['schemas']['MessageCountDto'][];
      /** @description Remind the day before, at `dayBeforeHour` by the store's wall. */
      dayBefore: boolean;
      /** @description Between `tellFromHour` and `tellUntilHour`. */
      dayBeforeHour: number;
      /** @description Remind once more so many minutes before the start. */
      soon: boolean;
      soonMinutes: number;
      /** @description Reminders go out from this hour of the day on. */
      tellFromHour: number;
      /** @description And until this one. */
      tellUntilHour: number;
      /** @description Where WeChat does not reach her: a text message. */
      bySms: boolean;
      /** @description Where that does not either: a call of the desk, for what she has to know. */
      byCall: boolean;
    };
    ReminderRulesDto: {
      /** @description Remind the day before, at `dayBeforeHour` by the store's wall. */
      dayBefore: boolean;
      /** @description Between `tellFromHour` and `tellUntilHour`. */
      dayBeforeHour: number;
      /** @description Remind once more so many minutes before the start. */
      soon: boolean;
      soonMinutes: number;
      /** @description Reminders go out from this hour of the day on. */
      tellFromHour: number;
      /** @description And until this one. */
      tellUntilHour: number;
      /** @description Where WeChat does not reach her: a text message. */
      bySms: boolean;
      /** @description Where that does not either: a call of the desk, for what she has to know. */
      byCall: boolean;
    };
    ClientAlertView: {
      /** @enum {string} */
      kind:
        | 'birthday'
        | 'caution'
        | 'debt'
        | 'dispute'
        | 'frozen'
        | 'merged'
        | 'no_show'
        | 'package_ending'
        | 'paper'
        | 'refund'
        | 'unread'
        | 'unsigned';
      /**
       * @description alarm: not to be overlooked; quiet: nice to know.
       * @enum {string}
       */
      tone: 'alarm' | 'amber' | 'quiet';
      words: string;
    };
    BriefingTagView: {
      name: string;
      /** @enum {string} */
      color: 'amber' | 'brand' | 'ink' | 'leaf';
    };
    BriefingLikesView: {
      /** @enum {string|null} */
      pressure: 'firm' | 'light' | 'medium' | null;
      /** @enum {string|null} */
      talk: 'either' | 'quiet' | 'talkative' | null;
      brands: string;
      scents: string;
      serviceNames: string[];
      staffNames: string[];
    };
    BriefingVisitView: {
      start: string;
      storeName: string;
      serviceNames: string[];
      staffNames: string[];
    };
    LastTreatmentView: {
      appointmentId: string;
      visitedAt: string;
      storeName: string;
      byName: string;
      serviceNames: string[];
      /**
       * @description As in records of treatments.
       * @enum {string}
       */
      reaction: 'marked' | 'mild' | 'none';
      reactionWords: string;
      advice: string;
      homeCare: string;
      /** @description For colleagues. */
      staffNote: string;
      /** @description The day on which she should come again. */
      nextOn: string | null;
    };
    BriefingNoteView: {
      id: string;
      text: string;
      byName: string;
      at: string;
    };
    BriefingView: {
      clientId: string;
      name: string;
      /** @description Of her life with the salon; null before she was weighed, which is a moment after her file was opened. */
      visits: number | null;
      lastVisitOn: string | null;
      rhythmDays: number | null;
      /** @description The loudest first. */
      alerts: components['schemas']['ClientAlertView'][];
      tags: components['schemas']['BriefingTagView'][];
      likes: components['schemas']['BriefingLikesView'];
      /** @description The latest to which she came, of those that the asker may see. */
      lastVisit: components['schemas']['BriefingVisitView'] | null;
      /** @description Null before the first record, and for whoever may not read about health. */
      lastTreatment: components['schemas']['LastTreatmentView'] | null;
      /** @description The latest that the asker may read, latest first; at most 5. */
      notes: components['schemas']['BriefingNoteView'][];
    };
    ClientFilterDto: {
      /** @enum {string} */
      stage?: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping';
      tierId?: string;
      /** @description Her home store. */
      storeId?: string;
      /** @enum {string} */
      source?:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      /** @description 1 to 12, by the calendar that she keeps. */
      birthMonth?: string;
      /** @description The member of staff who answers for her. */
      consultantId?: string;
      /** @description Ids of tags, separated by commas; she has all of them. */
      tagIds?: string;
      /** @description A tag that says what she comes for. */
      needId?: string;
      /** @description Her file says less than so many percent of what the salon wants to know. */
      belowPercent?: string;
      /**
       * @description Her file does not say this.
       * @enum {string}
       */
      missing?:
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName';
      /** @description Days without a visit, counted on the day of the look. */
      awayDays?: string;
      lastVisitFrom?: string;
      lastVisitUntil?: string;
      /** @description Of principal and bonus, in fen. Only for those who may read wallets. */
      minBalanceFen?: string;
      /**
       * @description newest unless told; overdue: those past their own rhythm; incomplete: files that say least first; spend and balance
       *     only for those who may read wallets.
       * @enum {string}
       */
      order?: 'balance' | 'incomplete' | 'last_visit' | 'newest' | 'overdue' | 'spend';
    };
    KeptFilterView: {
      id: string;
      name: string;
      filter: components['schemas']['ClientFilterDto'];
      /** @description Whether colleagues of the store see it. */
      shared: boolean;
      byName: string;
      /** @description Whether the asker may throw it away. */
      removable: boolean;
    };
    KeptFiltersView: {
      items: components['schemas']['KeptFilterView'][];
    };
    SaveClientFilterBody: {
      /** @description Where it is kept, and shared if it is. */
      storeId: string;
      name: string;
      filter: components['schemas']['ClientFilterDto'];
      /** @description Whether the staff of the store see it too. */
      shared: boolean;
    };
    ListedClientView: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /**
       * @description Null for a moment after her file was opened.
       * @enum {string|null}
       */
      stage: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping' | null;
      tier: string | null;
      /** @description How much of what the salon wants to know her file says, in whole percent. */
      completeness: number;
      lastVisitOn: string | null;
      visits: number;
      /** @description Of the last 365 days, in fen; null for whoever may not read wallets. */
      spendYearFen: number | null;
      /** @description Principal and bonus, in fen; null for whoever may not read wallets. */
      balanceFen: number | null;
    };
    ClientListView: {
      items: components['schemas']['ListedClientView'][];
      /** @description Present where there may be more, also after a short page: a page looks at so many clients and no more. */
      nextCursor?: string;
    };
    ClientMoneyView: {
      principalFen: number;
      bonusFen: number;
      /** @description Of both, what a refund that is asked for holds. */
      heldFen: number;
      owedFen: number;
      points: number;
      /** @description Name of her tier; null without one. */
      tier: string | null;
      cardNo: string | null;
    };
    ClientSessionsView: {
      packageId: string;
      name: string;
      left: number;
      total: number;
      /** @description True for a card by time, which has no sessions to count. */
      byTime: boolean;
      expiresOn: string | null;
    };
    ClientCouponLineView: {
      id: string;
      name: string;
      /** @description `满300减50` */
      words: string;
      validFrom: string;
      validUntil: string;
    };
    ClientStandingView: {
      /** @enum {string} */
      stage: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping';
      firstVisitOn: string | null;
      lastVisitOn: string | null;
      visits: number;
      /** @description Of the last 365 days. */
      visitsYear: number;
      /** @description Of the last 365 days, in fen; null for whoever may not read wallets. */
      spendYearFen: number | null;
      /** @description Days between her latest visits; null before the third. */
      rhythmDays: number | null;
      /** @description When she would come again by her rhythm. */
      expectedOn: string | null;
    };
    ClientVisitLineView: {
      id: string;
      /** @enum {string} */
      state:
        | 'arrived'
        | 'cancelled'
        | 'completed'
        | 'confirmed'
        | 'expired'
        | 'held'
        | 'in_service'
        | 'no_show'
        | 'requested';
      start: string;
      end: string;
      priceFen: number;
      storeName: string;
      serviceNames: string[];
      staffNames: string[];
    };
    ClientVisitLinesView: {
      /** @description Those ahead of her or under way, soonest first; at most 10. */
      upcoming: components['schemas']['ClientVisitLineView'][];
      /** @description Her latest, latest first; at most 5. */
      past: components['schemas']['ClientVisitLineView'][];
    };
    ClientOverviewView: {
      id: string;
      name: string;
      phoneMasked: string | null;
      memberNo: string;
      /** @enum {string} */
      gender: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null. */
      birthday: string | null;
      /**
       * @description The calendar that `birthday` is counted by.
       * @enum {string|null}
       */
      birthdayCalendar: 'lunar' | 'solar' | null;
      /** @description In a leap month (闰月); lunar ones only. */
      birthdayLeapMonth: boolean;
      /** @enum {string} */
      source:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      homeStoreId: string | null;
      note: string;
      /** @enum {string} */
      state: 'active' | 'merged';
      /** @description The file that goes on when this one was merged away. */
      mergedInto: string | null;
      phones: components['schemas']['ClientPhoneView'][];
      version: number;
      createdAt: string;
      /** @description The loudest first. */
      alerts: components['schemas']['ClientAlertView'][];
      money: components['schemas']['ClientMoneyView'] | null;
      /** @description Packages and cards by time in use; the one that expires first comes first. */
      sessions: components['schemas']['ClientSessionsView'][] | null;
      coupons: components['schemas']['ClientCouponLineView'][] | null;
      /** @description Null for a moment after her file was opened. */
      standing: components['schemas']['ClientStandingView'] | null;
      visits: components['schemas']['ClientVisitLinesView'] | null;
      /** @description Null before the first record, and for whoever may not read about health. */
      lastTreatment: components['schemas']['LastTreatmentView'] | null;
    };
    NamedView: {
      id: string;
      name: string;
    };
    ProfileNamesView: {
      staff: components['schemas']['NamedView'][];
      services: components['schemas']['NamedView'][];
    };
    CareAlertDto: {
      /**
       * @description Always soft for whoever may not read about health.
       * @enum {string}
       */
      severity: 'hard' | 'soft';
      words: string;
    };
    CareOverrideDto: {
      id: string;
      /** @enum {string} */
      contextKind: 'appointment' | 'bill' | 'plan' | 'points_redemption' | 'session_use';
      contextId: string;
      givenName: string;
      approvedName: string;
      /** @description RFC 3339. */
      at: string;
      /** @description Why; null for whoever may not read about health. */
      reason: string | null;
      /** @description What was found; empty for whoever may not read about health. */
      words: string[];
    };
    CareSummaryDto: {
      alerts: components['schemas']['CareAlertDto'][];
      overrides: components['schemas']['CareOverrideDto'][];
    };
    ConsentTextDto: {
      id: string;
      /** @enum {string} */
      kind: 'health' | 'notice' | 'photos' | 'privacy';
      /** @description Of a risk notice; else null. */
      serviceId: string | null;
      /** @description Of a risk notice; else null. */
      serviceName: string | null;
      version: number;
      title: string;
      body: string;
      /** @description False for a notice that the service does not ask for any more. */
      required: boolean;
      /** @description Below this age, in years, a guardian signs. */
      guardianBelow: number;
      /** @description RFC 3339 in the salon's offset. */
      createdAt: string;
    };
    ConsentActDto: {
      id: string;
      /** @enum {string} */
      kind: 'health' | 'notice' | 'photos' | 'privacy';
      /** @enum {string} */
      act: 'given' | 'withdrawn';
      title: string;
      /** @description Of the words. */
      version: number;
      /**
       * @description `screen`: on the salon's screen; `paper`: on a paper that the salon keeps; `merge`: withdrawn on one of two files, and
       *     kept so when they were joined.
       * @enum {string}
       */
      way: 'merge' | 'paper' | 'phone' | 'screen';
      byName: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
    };
    ConsentStandingDto: {
      text: components['schemas']['ConsentTextDto'];
      /** @description Given and not withdrawn; of a notice: signed in the version in force. */
      stands: boolean;
      /** @description The words changed since she gave it. */
      outdated: boolean;
      /** @description What was said last; null when nothing was. */
      last: components['schemas']['ConsentActDto'] | null;
      /** @description She is, by her birthday, too young to agree alone. */
      guardianNeeded: boolean;
      /** @description Her birthday is not known: it is asked for first, or somebody at the salon answers for her age. */
      birthdayNeeded: boolean;
    };
    ConsentSheetDto: {
      /** @description Each consent, and the notices that the services asked for need. */
      items: components['schemas']['ConsentStandingDto'][];
      /** @description Latest first. */
      history: components['schemas']['ConsentActDto'][];
    };
    QuestionnaireStandingDto: {
      questionnaireId: string;
      title: string;
      /** @description In force. */
      version: number;
      health: boolean;
      signed: boolean;
      questionCount: number;
      /** @enum {string} */
      state: 'expired' | 'filled' | 'missing';
      /** @description YYYY-MM-DD; null where she has not answered, or took back her consent. */
      answeredOn: string | null;
      answeredVersion: number | null;
      /** @description The last day that it counts; null: for good, or there is none. */
      until: string | null;
    };
    QuestionnaireStandingsDto: {
      /**
       * @description Whether she agreed that health data is kept.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
      items: components['schemas']['QuestionnaireStandingDto'][];
    };
    TimeLineEntryView: {
      /** @description Of the thing itself: a visit, a bill, a top-up; of a treatment its visit. */
      id: string;
      /** @enum {string} */
      kind:
        | 'assessment'
        | 'bill'
        | 'care_plan'
        | 'change'
        | 'consent'
        | 'coupon'
        | 'coupon_over'
        | 'debt_paid'
        | 'given'
        | 'health'
        | 'merge'
        | 'merge_undone'
        | 'message'
        | 'note'
        | 'package'
        | 'package_change'
        | 'plan_agreed'
        | 'points'
        | 'questionnaire'
        | 'received'
        | 'redemption'
        | 'refund'
        | 'session'
        | 'spend'
        | 'tier'
        | 'top_up'
        | 'treatment'
        | 'visit';
      at: string;
      /** @description Name of the service, plan, coupon or tier; empty where the kind says it all, or of a paper about her health for whoever may know nothing of that; for a message what it was about. */
      title: string;
      /** @description The state of the thing; for a change of the file what was changed, for one of the health file who told of it. */
      state: string;
      amountFen: number | null;
      /** @description top_up: bonus in fen; points: points; bill: its number of the day. */
      extra: number | null;
      storeName: string | null;
      /** @description Who did it; for a message the way it went. */
      byName: string | null;
    };
    TimeLineView: {
      items: components['schemas']['TimeLineEntryView'][];
      nextCursor?: string;
    };
    ClientMoneySheetsDto: {
      wallet: components['schemas']['StaffWalletDto'];
      /** @description Of this month; null before she has stored value. */
      statement: components['schemas']['StatementDto'] | null;
      tier: components['schemas']['StaffMemberTierDto'];
      points: components['schemas']['StaffPointsDto'];
      packages: components['schemas']['StaffPackageListDto'];
    };
    CarePlanProductDto: {
      productId: string;
      name: string;
    };
    CarePlanLineDto: {
      lineId: string;
      serviceId: string;
      serviceName: string;
      products: components['schemas']['CarePlanProductDto'][];
      times: number;
      /** @description Days between two visits, at least. */
      minDays: number;
      /** @description Days between two visits, at most. */
      maxDays: number;
      /** @description YYYY-MM-DD. */
      firstOn: string;
    };
    CarePlanVersionDto: {
      version: number;
      goal: string;
      problems: string;
      homeCare: string;
      lines: components['schemas']['CarePlanLineDto'][];
      reason: string;
      byName: string;
      /** @description RFC 3339. */
      at: string;
    };
    CarePlanStepDto: {
      id: string;
      lineId: string;
      serviceId: string;
      serviceName: string;
      /** @description Which visit of its service it is, from 1. */
      no: number;
      /**
       * @description next and overdue are those to book now.
       * @enum {string}
       */
      stage: 'booked' | 'done' | 'later' | 'next' | 'overdue';
      /** @description YYYY-MM-DD. */
      plannedOn: string;
      /** @description YYYY-MM-DD. */
      earliestOn: string;
      /** @description YYYY-MM-DD. */
      latestOn: string;
      /** @description The visit that stands for it; null while it is not booked. */
      appointmentId: string | null;
      /** @description The day of that visit, YYYY-MM-DD. */
      visitOn: string | null;
      /** @description How she liked it, 1 to 5; null while she said nothing. */
      score: number | null;
      scoreWords: string;
    };
    CarePlanProgressDto: {
      done: number;
      booked: number;
      overdue: number;
      total: number;
    };
    CarePlanDto: {
      /** @description Null until she said yes once. */
      agreedVersion: number | null;
      /** @description RFC 3339. */
      agreedAt: string | null;
      /** @description The newest first. */
      versions: components['schemas']['CarePlanVersionDto'][];
      /** @description What two people answered for when it was planned, the latest first. */
      overrides: components['schemas']['CareOverrideDto'][];
      /** @description The mean of what she gave; null while she rated nothing. */
      satisfaction: number | null;
      id: string;
      /** @enum {string} */
      state: 'active' | 'agreed' | 'done' | 'draft' | 'paused' | 'proposed' | 'stopped';
      version: number;
      goal: string;
      problems: string;
      homeCare: string;
      /** @description Why it was changed last; empty in a first version. */
      reason: string;
      lines: components['schemas']['CarePlanLineDto'][];
      /** @description In the order of their days. */
      steps: components['schemas']['CarePlanStepDto'][];
      progress: components['schemas']['CarePlanProgressDto'];
      /**
       * @description What she said last of keeping health data; `withdrawn` hides the words of the plan.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
    };
    CarePlanAnswerDto: {
      /** @description Null where she never had one. */
      plan: components['schemas']['CarePlanDto'] | null;
    };
    FormFieldDto: {
      /** @description Stays when the name changes, so that years can be compared. */
      key: string;
      name: string;
    };
    FormChoiceDto: {
      options: components['schemas']['FormFieldDto'][];
      /** @description Stays when the name changes, so that years can be compared. */
      key: string;
      name: string;
    };
    FormReadingDto: {
      /** @description Stays when the name changes, so that years can be compared. */
      key: string;
      name: string;
      /** @description Empty where it has none. */
      unit: string;
      device: string;
    };
    AssessmentFormDto: {
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      version: number;
      name: string;
      choices: components['schemas']['FormChoiceDto'][];
      problems: components['schemas']['FormFieldDto'][];
      readings: components['schemas']['FormReadingDto'][];
      scores: components['schemas']['FormFieldDto'][];
    };
    AssessedChoiceDto: {
      /** @description Of the form. */
      key: string;
      option: string;
    };
    AssessedFindingDto: {
      /** @description A zone of the face, scalp or hair. */
      zone: string;
      /** @description Of the form. */
      problem: string;
      /** @description 1 little, 2 clear, 3 strong; what is not there is left out. */
      severity: number;
    };
    AssessedReadingDto: {
      /** @description Of the form, which names unit and instrument. */
      key: string;
      /** @description Two decimals at most. */
      value: number;
    };
    AssessedScoreDto: {
      /** @description A dimension of the form. */
      key: string;
      /** @description More is better. */
      value: number;
    };
    AssessmentContentsDto: {
      choices: components['schemas']['AssessedChoiceDto'][];
      findings: components['schemas']['AssessedFindingDto'][];
      readings: components['schemas']['AssessedReadingDto'][];
      scores: components['schemas']['AssessedScoreDto'][];
      /** @description For colleagues. */
      words: string;
      /** @description She reads it on her phone once the assessment is released. */
      advice: string;
    };
    AssessmentVersionDto: {
      version: number;
      formVersion: number;
      contents: components['schemas']['AssessmentContentsDto'];
      /** @description Why the one before was corrected; empty in a first one. */
      reason: string;
      byName: string;
      /** @description RFC 3339. */
      at: string;
    };
    AssessmentDto: {
      id: string;
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      /** @description The day it was made, YYYY-MM-DD. */
      on: string;
      /** @description Null where it was not made at a visit. */
      appointmentId: string | null;
      /** @description She may read it on her phone. */
      released: boolean;
      /** @description The newest first. */
      versions: components['schemas']['AssessmentVersionDto'][];
    };
    AssessmentDraftDto: {
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      formVersion: number;
      revision: number;
      contents: components['schemas']['AssessmentContentsDto'];
      /** @description RFC 3339. */
      savedAt: string;
    };
    ClientAssessmentsDto: {
      /**
       * @description Whether she agreed that health data is kept; without it nothing can be written.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description Every version of each kind, the one in force first. */
      forms: components['schemas']['AssessmentFormDto'][];
      /** @description The latest first; sixty at most. */
      items: components['schemas']['AssessmentDto'][];
      drafts: components['schemas']['AssessmentDraftDto'][];
    };
    FormulaPartDto: {
      brand: string;
      /** @description As it stands on the tube. */
      shade: string;
      /** @description One decimal at most. */
      grams: number;
    };
    FormulaContentsDto: {
      parts: components['schemas']['FormulaPartDto'][];
      /** @description Colour to developer, such as 1:1.5; empty where none was used. */
      ratio: string;
      /** @description Strength of the developer; null where none was used. */
      developerPercent: number | null;
      /** @description How long it stayed on. */
      minutes: number | null;
      /** @description Zones of the hair by key. */
      zones: string[];
      remark: string;
    };
    FormulaDto: {
      id: string;
      /** @description YYYY-MM-DD. */
      on: string;
      appointmentId: string | null;
      contents: components['schemas']['FormulaContentsDto'];
      byName: string;
    };
    FormulaListDto: {
      /**
       * @description Whether she agreed that health data is kept; without it nothing can be written.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description The latest first. */
      items: components['schemas']['FormulaDto'][];
    };
    ClientCareSheetsView: {
      plan: components['schemas']['CarePlanAnswerDto'] | null;
      assessments: components['schemas']['ClientAssessmentsDto'] | null;
      formulas: components['schemas']['FormulaListDto'] | null;
      /** @description The first page. */
      treatments: components['schemas']['TreatmentRecordListDto'] | null;
    };
    ClientPageView: {
      overview: components['schemas']['ClientOverviewView'];
      profile: components['schemas']['ClientProfileView'] | null;
      names: components['schemas']['ProfileNamesView'];
      notes: components['schemas']['NotesView'] | null;
      /** @description Null too for whoever neither books, plans, bills nor treats. */
      cautions: components['schemas']['CareSummaryDto'] | null;
      consents: components['schemas']['ConsentSheetDto'] | null;
      questionnaires: components['schemas']['QuestionnaireStandingsDto'] | null;
      marketing: components['schemas']['ClientMarketingDto'] | null;
      /** @description The first page of everything. */
      timeLine: components['schemas']['TimeLineView'] | null;
      /** @description Null too for whoever may not read wallets. */
      money: components['schemas']['ClientMoneySheetsDto'] | null;
      /** @description Null for whoever may not read about health. */
      care: components['schemas']['ClientCareSheetsView'] | null;
      /** @description Parts that could not be read just now, by our fault. */
      missing: (
        | 'assessments'
        | 'cautions'
        | 'consents'
        | 'facts'
        | 'formulas'
        | 'marketing'
        | 'money'
        | 'names'
        | 'notes'
        | 'plan'
        | 'profile'
        | 'questionnaires'
        | 'timeLine'
        | 'treatments'
      )[];
    };
    StandingPolicyView: {
      /** @description 1 as the house comes; grows with each change. */
      version: number;
      /** @description Clients who are still to be judged by it; at most 10000 are counted. */
      waiting: number;
      /** @description New within so many days of the first visit, as long as she came at most `newVisits` times. */
      newWithinDays: number;
      newVisits: number;
      /** @description Without a visit for longer than this she sleeps. */
      sleepingAfterDays: number;
      /** @description Later than sleeping. */
      lostAfterDays: number;
      /** @description Days since the last visit up to which she has 5, 4, 3, 2 points; each larger than the one before. */
      recencyDays: number[];
      /** @description Visits of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
      frequencyVisits: number[];
      /** @description Fen of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
      monetaryFen: number[];
    };
    StageCountView: {
      /** @enum {string} */
      stage: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping';
      clients: number;
    };
    StandingPreviewView: {
      /** @description Every stage once. */
      stages: components['schemas']['StageCountView'][];
      /** @description False where it was reckoned from a sample of the files. */
      exact: boolean;
    };
    StandingLimitsDto: {
      /** @description New within so many days of the first visit, as long as she came at most `newVisits` times. */
      newWithinDays: number;
      newVisits: number;
      /** @description Without a visit for longer than this she sleeps. */
      sleepingAfterDays: number;
      /** @description Later than sleeping. */
      lostAfterDays: number;
      /** @description Days since the last visit up to which she has 5, 4, 3, 2 points; each larger than the one before. */
      recencyDays: number[];
      /** @description Visits of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
      frequencyVisits: number[];
      /** @description Fen of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
      monetaryFen: number[];
    };
    TagRuleDto: {
      /** @description Used and bought in the last `spendDays` days, in fen without bonus, at least. */
      spendFen?: string;
      spendDays?: string;
      /** @description Days on which she was served, at least; of the last `visitDays` days where that is given. */
      visits?: string;
      visitDays?: string;
      /** @description Days since her last visit, at least. */
      awayDays?: string;
      stages?: string;
      /** @description In whole years; both ends count. */
      ageFrom?: string;
      ageTo?: string;
      /** @description 1 to 12, by the calendar that she keeps; `now` for the month that it is. */
      birthMonths?: string;
      tierIds?: string;
      sources?: string;
      /**
       * @description Whether she has a package that she can still use.
       * @enum {string}
       */
      packages?: 'held' | 'none';
      /** @description Ids of tags that hands put on. */
      needIds?: string;
      /** @description Principal and bonus, in fen, at least. */
      minBalanceFen?: string;
    };
    TagRuleView: {
      tagId: string;
      groupId: string;
      name: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      rule: components['schemas']['TagRuleDto'];
      /** @description Clients who have it now; at most 10000 are counted. */
      clients: number;
      /** @description The day on which all files were last gone through under this rule; null while that is still to come. */
      keptOn: string | null;
    };
    TagRulesView: {
      items: components['schemas']['TagRuleView'][];
    };
    ReckonedView: {
      clients: number;
      /** @description False where it was reckoned from a sample of the files. */
      exact: boolean;
    };
    AddTagRuleBody: {
      groupId: string;
      name: string;
      rule: components['schemas']['TagRuleDto'];
    };
    ChangeTagRuleBody: {
      name?: string;
      /**
       * @description A retired one is taken off everybody.
       * @enum {string}
       */
      state?: 'active' | 'retired';
      rule?: components['schemas']['TagRuleDto'];
    };
    MyFactDto: {
      name: string;
      value: string;
    };
    MyScoreDto: {
      /** @description The same over all times and versions of the form. */
      key: string;
      name: string;
      /** @description 0 to 100; more is better. */
      value: number;
      /** @description Against the time before; null at the first. */
      change: number | null;
    };
    MyFindingDto: {
      zone: string;
      name: string;
      /** @description 1 to 3. */
      severity: number;
    };
    MyAssessmentDto: {
      id: string;
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      /** @description YYYY-MM-DD. */
      on: string;
      byName: string;
      facts: components['schemas']['MyFactDto'][];
      scores: components['schemas']['MyScoreDto'][];
      findings: components['schemas']['MyFindingDto'][];
      advice: string;
    };
    MyAssessmentListDto: {
      /** @description The latest first. */
      items: components['schemas']['MyAssessmentDto'][];
    };
    AssessmentFormListDto: {
      /** @description Those in force. */
      items: components['schemas']['AssessmentFormDto'][];
    };
    PublishFormDto: {
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      /** @description The version that was read; the one that is published is the next. */
      version: number;
      name: string;
      choices: components['schemas']['FormChoiceDto'][];
      problems: components['schemas']['FormFieldDto'][];
      readings: components['schemas']['FormReadingDto'][];
      scores: components['schemas']['FormFieldDto'][];
    };
    PublishedFormDto: {
      version: number;
    };
    WriteAssessmentDto: {
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      /** @description The day it was made; not after today. */
      on: string;
      /** @description The visit at which it was made, if it was at one. */
      appointmentId: string | null;
      /** @description She may read its scores, zones and advice on her phone. */
      released: boolean;
      /** @description The version of the form that was filled in. */
      formVersion: number;
      contents: components['schemas']['AssessmentContentsDto'];
    };
    AssessmentWrittenDto: {
      id: string;
    };
    CorrectAssessmentDto: {
      released: boolean;
      /** @description The version that was read. */
      version: number;
      /** @description Why it is corrected; stands with the new version. */
      reason: string;
      /** @description The version of the form that was filled in. */
      formVersion: number;
      contents: components['schemas']['AssessmentContentsDto'];
    };
    AssessmentDraftInputDto: {
      /** @enum {string} */
      kind: 'face' | 'hair' | 'scalp';
      /** @description The revision that was read; 0 for the first. */
      revision: number;
      /** @description The version of the form that was filled in. */
      formVersion: number;
      contents: components['schemas']['AssessmentContentsDto'];
    };
    AssessmentDraftSavedDto: {
      /** @description Send it back with the next save. */
      revision: number;
    };
    WriteFormulaDto: {
      /** @description The day it was mixed; not after today. */
      on: string;
      /** @description The visit for which it was mixed. */
      appointmentId: string | null;
      contents: components['schemas']['FormulaContentsDto'];
    };
    FormulaWrittenDto: {
      id: string;
    };
    CareLookInputDto: {
      /** @description `seen` of the refusal. */
      seen: string;
      /** @description `look.sealed` of the refusal. */
      sealed: string;
      approver: components['schemas']['OverrideApproverDto'];
    };
    CareFindingDto: {
      /**
       * @description hard: not without a second person; soft: say it and go on.
       * @enum {string}
       */
      severity: 'hard' | 'soft';
      /**
       * @description `told`: she said it in a questionnaire and no rule can judge it; `caution` where it tells of health and the reader may not know; `consent`: she withdrew it, nothing is known.
       * @enum {string}
       */
      kind: 'allergy' | 'caution' | 'condition' | 'consent' | 'interval' | 'patch_test' | 'told';
      serviceId: string | null;
      productId: string | null;
      words: string;
      /** @description The first day on which it would be gone, where waiting helps. */
      earliestOn: string | null;
    };
    CareLookDto: {
      findings: components['schemas']['CareFindingDto'][];
      /** @description Goes into the exception: that she looked. */
      looked: string;
      approverName: string;
    };
    CareFindingsDto: {
      findings: components['schemas']['CareFindingDto'][];
    };
    IngredientDto: {
      id: string;
      /** @enum {string} */
      kind: 'group' | 'single';
      name: string;
      /** @description Its international name; null for a group. */
      inci: string | null;
      /** @description Other names that clients and labels use. */
      also: string[];
      /** @description Of a group: ids of what belongs to it. */
      memberIds: string[];
      /** @enum {string} */
      state: 'active' | 'retired';
      version: number;
    };
    HealthConditionDto: {
      id: string;
      name: string;
      /** @description A line for whoever asks her. */
      hint: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      version: number;
    };
    CareRuleDto: {
      id: string;
      conditionId: string;
      conditionName: string;
      /** @enum {string} */
      targetKind: 'category' | 'ingredient' | 'product' | 'service';
      targetId: string;
      targetName: string;
      /** @enum {string} */
      severity: 'hard' | 'soft';
      advice: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      version: number;
    };
    CareItemDto: {
      /** @enum {string} */
      kind: 'product' | 'service';
      id: string;
      name: string;
      ingredientIds: string[];
      /** @description A patch test not older than this; null: none. */
      patchTestDays: number | null;
      /** @description Days between two of it; null: any. */
      intervalDays: number | null;
    };
    CareKnowledgeDto: {
      ingredients: components['schemas']['IngredientDto'][];
      conditions: components['schemas']['HealthConditionDto'][];
      rules: components['schemas']['CareRuleDto'][];
      items: components['schemas']['CareItemDto'][];
    };
    CreateIngredientDto: {
      /** @enum {string} */
      kind: 'group' | 'single';
      name: string;
      inci: string | null;
      also: string[];
      memberIds: string[];
      /** @enum {string} */
      state: 'active' | 'retired';
    };
    KnowledgeIdDto: {
      id: string;
    };
    ChangeIngredientDto: {
      /** @enum {string} */
      kind: 'group' | 'single';
      name: string;
      inci: string | null;
      also: string[];
      memberIds: string[];
      /** @enum {string} */
      state: 'active' | 'retired';
      /** @description The version that was read. */
      version: number;
    };
    CreateConditionDto: {
      name: string;
      hint: string;
      /** @enum {string} */
      state: 'active' | 'retired';
    };
    ChangeConditionDto: {
      name: string;
      hint: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      /** @description The version that was read. */
      version: number;
    };
    CreateCareRuleDto: {
      conditionId: string;
      /** @enum {string} */
      targetKind: 'category' | 'ingredient' | 'product' | 'service';
      targetId: string;
      /** @enum {string} */
      severity: 'hard' | 'soft';
      advice: string;
    };
    ChangeCareRuleDto: {
      /** @enum {string} */
      severity: 'hard' | 'soft';
      advice: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      /** @description The version that was read. */
      version: number;
    };
    ServiceCareDto: {
      /** @description Days; null where none is asked for. */
      patchTestDays: number | null;
      /** @description Days; null where none are asked for. */
      intervalDays: number | null;
      ingredientIds: string[];
    };
    ProductCareDto: {
      ingredientIds: string[];
    };
    AllergyDto: {
      /** @description Null where no ingredient was chosen: `text` says what she said. */
      ingredientId: string | null;
      text: string;
      /**
       * @description mild is a reason to ask, severe a reason not to.
       * @enum {string}
       */
      severity: 'mild' | 'severe';
    };
    ClientConditionDto: {
      conditionId: string;
      note: string;
      /** @description The last day that it counts; null: until it is changed. */
      until: string | null;
    };
    PatchTestDto: {
      serviceId: string;
      /** @description The day it was done. */
      on: string;
      /** @enum {string} */
      result: 'clear' | 'reaction';
      note: string;
    };
    HealthChangeDto: {
      version: number;
      /**
       * @description client: she said so; staff: written here; joined: from another file of hers.
       * @enum {string}
       */
      source: 'client' | 'joined' | 'staff';
      byName: string;
      /** @description RFC 3339. */
      at: string;
    };
    HealthFileDto: {
      allergies: components['schemas']['AllergyDto'][];
      conditions: components['schemas']['ClientConditionDto'][];
      patchTests: components['schemas']['PatchTestDto'][];
      history: string;
      version: number;
      /**
       * @description What she said last of keeping this; `withdrawn` closes the file, `given` lets it be written.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description Latest first. */
      changes: components['schemas']['HealthChangeDto'][];
    };
    SaveHealthDto: {
      allergies: components['schemas']['AllergyDto'][];
      conditions: components['schemas']['ClientConditionDto'][];
      patchTests: components['schemas']['PatchTestDto'][];
      /** @description What she had done before, and what else whoever treats her should know. */
      history: string;
      /** @description The version that was read; 0 where there was no file. */
      version: number;
    };
    GuardianDto: {
      name: string;
      /** @description Such as 母亲. */
      relation: string;
      phone: string;
    };
    GiveConsentDto: {
      /** @description Of the version that was read. */
      textId: string;
      signature: components['schemas']['SignatureDto'];
      guardian?: components['schemas']['GuardianDto'];
    };
    WithdrawConsentDto: {
      /** @enum {string} */
      kind: 'health' | 'photos' | 'privacy';
    };
    ConsentProofDto: {
      id: string;
      /** @enum {string} */
      kind: 'health' | 'notice' | 'photos' | 'privacy';
      /** @enum {string} */
      act: 'given' | 'withdrawn';
      title: string;
      /** @description Of the words. */
      version: number;
      /**
       * @description `screen`: on the salon's screen; `paper`: on a paper that the salon keeps; `merge`: withdrawn on one of two files, and
       *     kept so when they were joined.
       * @enum {string}
       */
      way: 'merge' | 'paper' | 'phone' | 'screen';
      byName: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      body: string;
      signature: components['schemas']['SignatureDto'] | null;
      paperNo: string | null;
      /** @description How it was known that she was of age, where her birthday was not. */
      ofAgeReason: string | null;
      guardianName: string | null;
      guardianRelation: string | null;
      /** @description Masked. */
      guardianPhone: string | null;
    };
    GiveConsentInShopDto: {
      /** @description Of the version that was read. */
      textId: string;
      signature?: components['schemas']['SignatureDto'];
      /** @description Number of the paper that the salon keeps. */
      paperNo?: string;
      /** @description Where her birthday is not known: how it is known that she is of age. */
      ofAgeReason?: string;
      guardian?: components['schemas']['GuardianDto'];
    };
    ConsentTextListDto: {
      /** @description Latest first. */
      items: components['schemas']['ConsentTextDto'][];
    };
    PublishConsentTextDto: {
      /** @enum {string} */
      kind: 'health' | 'notice' | 'photos' | 'privacy';
      /** @description Of a risk notice. */
      serviceId?: string;
      title: string;
      body: string;
      /** @description False when a service asks for its notice no more; true unless told. */
      required?: boolean;
      /** @description Years, 14 to 18; 14 unless told. */
      guardianBelow?: number;
    };
    ClientCarePlanDto: {
      id: string;
      /** @enum {string} */
      state: 'active' | 'agreed' | 'done' | 'draft' | 'paused' | 'proposed' | 'stopped';
      version: number;
      goal: string;
      problems: string;
      homeCare: string;
      /** @description Why it was changed last; empty in a first version. */
      reason: string;
      lines: components['schemas']['CarePlanLineDto'][];
      /** @description In the order of their days. */
      steps: components['schemas']['CarePlanStepDto'][];
      progress: components['schemas']['CarePlanProgressDto'];
      /**
       * @description What she said last of keeping health data; `withdrawn` hides the words of the plan.
       * @enum {string}
       */
      consent: 'given' | 'none' | 'withdrawn';
    };
    ClientCarePlanAnswerDto: {
      /** @description Null while nothing was proposed to her. */
      plan: components['schemas']['ClientCarePlanDto'] | null;
    };
    AgreeCarePlanDto: {
      /** @description The version that she read. */
      version: number;
    };
    RateCareStepDto: {
      score: number;
      /** @description What she says about it; may be empty. */
      words: string;
    };
    CarePlanLineInputDto: {
      /** @description The line that it was before; null for a new one. */
      lineId: string | null;
      serviceId: string;
      /** @description Products of the catalogue that it takes. */
      productIds: string[];
      times: number;
      /** @description Days between two visits, at least. */
      minDays: number;
      /** @description Days between two visits, at most. */
      maxDays: number;
      /** @description The day of the first visit. */
      firstOn: string;
    };
    CarePlanInputDto: {
      /** @description One of the caller's own stores. */
      storeId: string;
      goal: string;
      problems: string;
      /** @description What she does at home; she reads it on her phone. */
      homeCare: string;
      lines: components['schemas']['CarePlanLineInputDto'][];
      /** @description Show it to her and ask for her yes; otherwise it stays a draft while it is one. */
      propose: boolean;
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
    };
    ChangeCarePlanDto: {
      /** @description One of the caller's own stores. */
      storeId: string;
      goal: string;
      problems: string;
      /** @description What she does at home; she reads it on her phone. */
      homeCare: string;
      lines: components['schemas']['CarePlanLineInputDto'][];
      /** @description Show it to her and ask for her yes; otherwise it stays a draft while it is one. */
      propose: boolean;
      /** @description Goes on in spite of what her health speaks against. */
      override?: components['schemas']['OverrideDto'];
      /** @description The version that was read. */
      version: number;
      /** @description Why it is changed; stands with the new version, and she reads it. */
      reason: string;
    };
    TurnCarePlanDto: {
      /** @description The version that was read. */
      version: number;
      /**
       * @description active: goes on after a rest.
       * @enum {string}
       */
      to: 'active' | 'paused' | 'stopped';
    };
    MyAnsweredLineDto: {
      key: string;
      label: string;
      words: string;
    };
    MyAnswerDto: {
      id: string;
      version: number;
      /** @description YYYY-MM-DD. */
      on: string;
      lines: components['schemas']['MyAnsweredLineDto'][];
    };
    QuestionOptionDto: {
      key: string;
      label: string;
      /** @description Whoever chooses it is to be treated with care. */
      caution: boolean;
      conditionId?: string | null;
      ingredientId?: string | null;
    };
    ShownWhenDto: {
      key: string;
      /** @description An option's key, `yes` or `no`. */
      answer: string;
    };
    QuestionDto: {
      /** @description Stays when its words change, so that years can be compared. */
      key: string;
      /** @enum {string} */
      kind: 'date' | 'number' | 'several' | 'single' | 'text' | 'yes_no';
      label: string;
      /** @description Stands below the question; empty where none is needed. */
      help: string;
      required: boolean;
      /** @description Of single and several. */
      options: components['schemas']['QuestionOptionDto'][];
      /**
       * @description Of yes_no: this answer is to be explained.
       * @enum {string|null}
       */
      explain: 'no' | 'yes' | null;
      /**
       * @description Of yes_no: this answer is a caution.
       * @enum {string|null}
       */
      caution: 'no' | 'yes' | null;
      /** @description Of number; empty where it has none. */
      unit: string;
      /** @description Of number. */
      least: number | null;
      most: number | null;
      /** @description Asked only when an earlier question was answered so; null: always. */
      shownWhen: components['schemas']['ShownWhenDto'] | null;
      conditionId?: string | null;
      ingredientId?: string | null;
    };
    MyQuestionnaireDto: {
      questionnaireId: string;
      title: string;
      /** @description In force. */
      version: number;
      health: boolean;
      signed: boolean;
      questionCount: number;
      /** @enum {string} */
      state: 'expired' | 'filled' | 'missing';
      /** @description YYYY-MM-DD; null where she has not answered, or took back her consent. */
      answeredOn: string | null;
      answeredVersion: number | null;
      /** @description The last day that it counts; null: for good, or there is none. */
      until: string | null;
      /** @description The latest first. */
      history: components['schemas']['MyAnswerDto'][];
      /** @enum {string} */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description She is, by her birthday, too young to answer alone. */
      guardianNeeded: boolean;
      guardianBelow: number;
      intro: string;
      questions: components['schemas']['QuestionDto'][];
    };
    AnswerDto: {
      key: string;
      /** @description Of single and several: keys of what was chosen. */
      options?: string[] | null;
      /** @description Of text; of yes_no, what explains it. */
      text?: string | null;
      /** @description Of number; two decimals at most. */
      number?: number | null;
      /** @description Of date, YYYY-MM-DD. */
      day?: string | null;
      /** @description Of yes_no. */
      yes?: boolean | null;
    };
    AnswerQuestionnaireDto: {
      /** @description The one that was read. */
      version: number;
      answers: components['schemas']['AnswerDto'][];
      /** @description Where the questionnaire asks for one. */
      signature?: components['schemas']['SignatureDto'];
      /** @description Of a client who is too young to answer alone. */
      guardian?: components['schemas']['GuardianDto'];
    };
    QuestionnaireAnsweredDto: {
      id: string;
    };
    QuestionnaireToFillDto: {
      questionnaireId: string;
      title: string;
      /** @description In force. */
      version: number;
      health: boolean;
      signed: boolean;
      questionCount: number;
      /** @enum {string} */
      state: 'expired' | 'filled' | 'missing';
      /** @description YYYY-MM-DD; null where she has not answered, or took back her consent. */
      answeredOn: string | null;
      answeredVersion: number | null;
      /** @description The last day that it counts; null: for good, or there is none. */
      until: string | null;
      /** @enum {string} */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description She is, by her birthday, too young to answer alone. */
      guardianNeeded: boolean;
      guardianBelow: number;
      intro: string;
      questions: components['schemas']['QuestionDto'][];
    };
    AnsweredLineDto: {
      key: string;
      label: string;
      words: string;
      /** @description Whoever serves her should know. */
      caution: boolean;
      /**
       * @description What the care knowledge names of it can be taken over into her health file; `allergy`: with how badly she reacts.
       *     Null: it was, or there is nothing of the kind.
       * @enum {string|null}
       */
      toConfirm: 'allergy' | 'other' | null;
      /** @description There is something in it that no rule can judge: whoever asks her says what it is. */
      toJudge: boolean;
    };
    ClientAnswerDto: {
      id: string;
      questionnaireId: string;
      title: string;
      version: number;
      /** @description YYYY-MM-DD. */
      on: string;
      /** @description RFC 3339. */
      at: string;
      /** @enum {string} */
      way: 'phone' | 'screen';
      byName: string;
      /**
       * @description older: she answered anew since.
       * @enum {string}
       */
      state: 'expired' | 'filled' | 'older';
      /** @description There is a signature or a guardian to look at. */
      proved: boolean;
      lines: components['schemas']['AnsweredLineDto'][];
    };
    ClientAnswersDto: {
      /** @enum {string} */
      consent: 'given' | 'none' | 'withdrawn';
      /** @description The latest first; a hundred at most. */
      items: components['schemas']['ClientAnswerDto'][];
    };
    ClientAnswerProofDto: {
      answer: components['schemas']['ClientAnswerDto'];
      signature: components['schemas']['SignatureDto'] | null;
      guardianName: string | null;
      guardianRelation: string | null;
      /** @description Masked. */
      guardianPhone: string | null;
    };
    ToldMeaningDto: {
      /**
       * @description An allergy, a condition of the list, or a remark about which there is nothing to watch.
       * @enum {string}
       */
      kind: 'allergy' | 'condition' | 'remark';
      /** @description Of an allergy to what, in at most 60 characters; of a remark why there is nothing to watch. */
      text?: string | null;
      /**
       * @description Of an allergy.
       * @enum {string|null}
       */
      severity?: 'mild' | 'severe' | null;
      /** @description Of a condition. */
      conditionId?: string | null;
    };
    ConfirmToldDto: {
      /** @description Of the question. */
      key: string;
      /**
       * @description Of an allergy: mild is a reason to ask, severe a reason not to.
       * @enum {string|null}
       */
      severity?: 'mild' | 'severe' | null;
      /** @description Of what no rule can judge. Without it, what the care knowledge names is taken over. */
      meaning?: components['schemas']['ToldMeaningDto'];
    };
    ToldConfirmedDto: {
      /** @description Of her health file, now. */
      version: number;
    };
    QuestionnaireLineDto: {
      id: string;
      title: string;
      /** @description In force; 0 while none was published. */
      version: number;
      asked: boolean;
      health: boolean;
      signed: boolean;
      validDays: number | null;
      /** @description Empty: every service asks for it. */
      serviceNames: string[];
      questionCount: number;
      /** @description RFC 3339; null while none was published. */
      publishedAt: string | null;
      /** @description Somebody is writing the next version. */
      hasDraft: boolean;
    };
    QuestionnaireListDto: {
      items: components['schemas']['QuestionnaireLineDto'][];
    };
    QuestionnaireFormDto: {
      title: string;
      /** @description Read before the first question; may be empty. */
      intro: string;
      /** @description False once the salon asks for it no more. */
      asked: boolean;
      /** @description Its answers are health data: taken and read only while she agrees to that. */
      health: boolean;
      /** @description She signs at the end. */
      signed: boolean;
      /** @description Below this age, in years, a guardian answers with her. */
      guardianBelow: number;
      /** @description How many days an answer counts; null: for good. */
      validDays: number | null;
      /** @description Asked for by these; by every service where none is named. */
      serviceIds: string[];
      questions: components['schemas']['QuestionDto'][];
    };
    QuestionnaireDraftDto: {
      form: components['schemas']['QuestionnaireFormDto'];
      byName: string;
      /** @description RFC 3339. */
      at: string;
    };
    QuestionnaireVersionDto: {
      version: number;
      form: components['schemas']['QuestionnaireFormDto'];
      byName: string;
      /** @description RFC 3339. */
      publishedAt: string;
    };
    QuestionnaireDto: {
      id: string;
      /** @description In force; 0 while none was published. */
      version: number;
      /** @description Send it back with the next save. */
      revision: number;
      draft: components['schemas']['QuestionnaireDraftDto'] | null;
      /** @description The latest first. */
      versions: components['schemas']['QuestionnaireVersionDto'][];
    };
    BeginQuestionnaireDto: {
      form: components['schemas']['QuestionnaireFormDto'];
    };
    QuestionnaireBegunDto: {
      id: string;
    };
    KeepQuestionnaireDraftDto: {
      form: components['schemas']['QuestionnaireFormDto'];
      /** @description The one that was read. */
      revision: number;
    };
    QuestionnaireDraftKeptDto: {
      /** @description Send it back with the next save. */
      revision: number;
    };
    PublishQuestionnaireDto: {
      /** @description Of the draft that was read. */
      revision: number;
    };
    QuestionnairePublishedDto: {
      version: number;
    };
    AuditFactDto: {
      /** @description As staff read it. */
      name: string;
      value: string;
    };
    AuditEntryDto: {
      id: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      /** @enum {string} */
      actorKind: 'client' | 'staff' | 'system';
      actorId: string;
      /** @description Null where it is nobody's name. */
      actorName: string | null;
      action: string;
      /** @description As staff read it. */
      actionName: string;
      /** @description The client, when it is about one. */
      customerId: string | null;
      /** @description The client's or staff member's name; null for things. */
      subjectName: string | null;
      facts: components['schemas']['AuditFactDto'][];
      /** @description The chain has reached it. */
      linked: boolean;
    };
    AuditActionDto: {
      action: string;
      name: string;
    };
    AuditListDto: {
      items: components['schemas']['AuditEntryDto'][];
      /** @description Where the next page begins; missing on the last one. */
      nextCursor?: string;
      /** @description The deeds that can be asked for. */
      actions: components['schemas']['AuditActionDto'][];
    };
    BadAuditRowDto: {
      /** @enum {string} */
      table: 'audit_chain' | 'audit_log' | 'tip_file';
      /** @description The row's number; of a file its name and line. */
      key: string;
      /** @description What is wrong, in Chinese. */
      problem: string;
    };
    AuditVerdictDto: {
      /** @description True when every row is as it must be. */
      ok: boolean;
      /** @description Rows that were held against the chain. */
      checked: number;
      /** @description Newer rows that the chain has not reached yet. */
      waiting: number;
      /** @description Null when all is well. */
      firstBadRow: components['schemas']['BadAuditRowDto'] | null;
      /** @description Milliseconds it took. */
      tookMs: number;
    };
    DuplicateDto: {
      /** @description The same phone; names alike and the same birthday; the same name and last four digits. */
      reasons: ('birthday' | 'phone' | 'tail')[];
      id: string;
      /** @description The file that was opened first. */
      older: components['schemas']['StaffClientLine'];
      newer: components['schemas']['StaffClientLine'];
      foundAt: string;
    };
    DuplicateListDto: {
      items: components['schemas']['DuplicateDto'][];
      nextCursor?: string;
    };
    ExportFilterDto: {
      /** @enum {string} */
      stage?: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping';
      tierId?: string;
      /** @description Her home store. */
      storeId?: string;
      /** @enum {string} */
      source?:
        | 'dianping'
        | 'douyin'
        | 'import'
        | 'mini_program'
        | 'other'
        | 'phone'
        | 'referral'
        | 'walk_in'
        | 'xiaohongshu';
      /** @description By the calendar that she keeps. */
      birthMonth?: number;
      /** @description The member of staff who answers for her. */
      consultantId?: string;
      /** @description She has all of them. */
      tagIds?: string[];
      /** @description Her file says less than so many percent of what the salon wants to know. */
      belowPercent?: number;
      /**
       * @description Her file does not say this.
       * @enum {string}
       */
      missing?:
        | 'address'
        | 'birthday'
        | 'brands'
        | 'consultantId'
        | 'email'
        | 'gender'
        | 'homeStoreId'
        | 'occasions'
        | 'occupation'
        | 'phone'
        | 'preferredStaffIds'
        | 'pressure'
        | 'referrerId'
        | 'scents'
        | 'tags'
        | 'talk'
        | 'usualServiceIds'
        | 'wechatName';
      lastVisitFrom?: string;
      lastVisitUntil?: string;
      /** @description Of principal and bonus, in fen. Only for those who may read wallets. */
      minBalanceFen?: number;
    };
    ExportDto: {
      /** @enum {string} */
      kind: 'clients' | 'de_identified';
      /** @enum {string} */
      format: 'csv' | 'xlsx';
      /** @enum {string} */
      state: 'building' | 'closed' | 'declined' | 'ready' | 'requested' | 'withdrawn';
      columns: (
        | 'balance'
        | 'birthday'
        | 'consultant'
        | 'first_visit'
        | 'gender'
        | 'home_store'
        | 'last_visit'
        | 'member_no'
        | 'name'
        | 'opened_on'
        | 'own_no'
        | 'phone'
        | 'source'
        | 'spend_year'
        | 'stage'
        | 'tags'
        | 'tier'
        | 'visits'
      )[];
      id: string;
      storeId: string;
      filter: components['schemas']['ExportFilterDto'];
      withPhones: boolean;
      /** @description Clients when it was asked for. */
      expectedRows: number;
      reason: string | null;
      phonesReason: string | null;
      requestedBy: string;
      requestedAt: string;
      decidedBy: string | null;
      decidedAt: string | null;
      declineReason: string | null;
      rows: number | null;
      bytes: number | null;
      readyAt: string | null;
      /** @description Until when it can be decided on, or its file be had. */
      closesAt: string;
      downloads: number;
      /** @description Whoever looks may agree or decline. */
      mayDecide: boolean;
      /** @description Whoever looks asked for it, and may have the file. */
      isOwn: boolean;
    };
    ExportListDto: {
      items: components['schemas']['ExportDto'][];
      nextCursor?: string;
    };
    AskForExportDto: {
      /** @description Where it is asked for; those who decide there are asked. */
      storeId: string;
      /** @enum {string} */
      kind: 'clients' | 'de_identified';
      /** @enum {string} */
      format: 'csv' | 'xlsx';
      /** @description None for a list without names. */
      columns: (
        | 'balance'
        | 'birthday'
        | 'consultant'
        | 'first_visit'
        | 'gender'
        | 'home_store'
        | 'last_visit'
        | 'member_no'
        | 'name'
        | 'opened_on'
        | 'own_no'
        | 'phone'
        | 'source'
        | 'spend_year'
        | 'stage'
        | 'tags'
        | 'tier'
        | 'visits'
      )[];
      filter: components['schemas']['ExportFilterDto'];
      /** @description What the list is for. */
      reason: string;
      /** @description Given, phones are whole: why it cannot do without. */
      phonesReason?: string;
    };
    ExportFileDto: {
      fileName: string;
      mediaType: string;
      /** @description Base64. */
      content: string;
    };
    DeclineExportDto: {
      reason: string;
    };
    ImportColumnDto: {
      /**
       * @description What it is, or probably is; null where it is left out.
       * @enum {string|null}
       */
      field:
        | 'address'
        | 'birthday'
        | 'bonus'
        | 'createdOn'
        | 'email'
        | 'gender'
        | 'name'
        | 'note'
        | 'occupation'
        | 'originalPrice'
        | 'otherPhone'
        | 'ownNo'
        | 'paidOn'
        | 'phone'
        | 'principal'
        | 'source'
        | 'wechatName'
        | null;
      column: number;
      heading: string;
      /** @description From the first rows, phones hidden. */
      samples: string[];
    };
    ImportCountsDto: {
      read: number;
      ready: number;
      bad: number;
      duplicate: number;
      /** @description Of these the phone is somebody’s of another name. */
      shared: number;
      created: number;
      added: number;
      skipped: number;
      undone: number;
      kept: number;
    };
    ImportOpeningDto: {
      protocolNo: string;
      validEverywhere: boolean;
      rows: number;
      principalFen: number;
      bonusFen: number;
    };
    ImportUndoDto: {
      by: string;
      at: string | null;
      reason: string | null;
    };
    ImportDto: {
      /** @enum {string} */
      state: 'checked' | 'done' | 'read' | 'running' | 'undoing' | 'undone' | 'uploading';
      /** @enum {string|null} */
      onDuplicate: 'add' | 'new' | 'skip' | null;
      id: string;
      storeId: string;
      /** @description Null once the content is gone. */
      fileName: string | null;
      rows: number | null;
      /** @description Bad cells. */
      faults: number | null;
      /** @description Empty in a list. */
      columns: components['schemas']['ImportColumnDto'][];
      counts: components['schemas']['ImportCountsDto'];
      /** @description Null where the file brings none. */
      opening: components['schemas']['ImportOpeningDto'] | null;
      /** @description When this very file was imported before. */
      importedBefore: string | null;
      createdBy: string;
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
      undo: components['schemas']['ImportUndoDto'] | null;
      /** @description Whether the content is still there, so that it can be undone. */
      hasContent: boolean;
    };
    ImportListDto: {
      items: components['schemas']['ImportDto'][];
    };
    OpenImportDto: {
      /** @description New files get this home store; whoever works there sees the import. */
      storeId: string;
      fileName: string;
      /** @description How long it is. */
      bytes: number;
    };
    OpenedImportDto: {
      id: string;
      /** @description Bytes of each piece; the last may have fewer. */
      partBytes: number;
    };
    ImportPartDto: {
      /** @description From 0. */
      seq: number;
      /**
       * Format: base64
       * @description Base64.
       */
      content: string;
    };
    ColumnChoiceDto: {
      /** @description Its place in the file, from 0. */
      column: number;
      /** @enum {string} */
      field:
        | 'address'
        | 'birthday'
        | 'bonus'
        | 'createdOn'
        | 'email'
        | 'gender'
        | 'name'
        | 'note'
        | 'occupation'
        | 'originalPrice'
        | 'otherPhone'
        | 'ownNo'
        | 'paidOn'
        | 'phone'
        | 'principal'
        | 'source'
        | 'wechatName';
    };
    CheckImportDto: {
      columns: components['schemas']['ColumnChoiceDto'][];
      /** @enum {string} */
      onDuplicate: 'add' | 'new' | 'skip';
      /** @description Number of the signed protocol; needed where a column brings value along. */
      protocolNo?: string;
      /** @description Whether that value is good in all stores; not unless told. */
      validEverywhere?: boolean;
    };
    ImportFaultDto: {
      /** @enum {string} */
      field:
        | 'address'
        | 'birthday'
        | 'bonus'
        | 'createdOn'
        | 'email'
        | 'gender'
        | 'name'
        | 'note'
        | 'occupation'
        | 'originalPrice'
        | 'otherPhone'
        | 'ownNo'
        | 'paidOn'
        | 'phone'
        | 'principal'
        | 'source'
        | 'wechatName';
      column: number;
      heading: string;
      /** @description Phones hidden. */
      value: string;
      reason: string;
    };
    ImportClientDto: {
      id: string;
      name: string;
      memberNo: string;
      phoneMasked: string | null;
    };
    ImportRowDto: {
      /** @enum {string} */
      state:
        | 'added'
        | 'bad'
        | 'created'
        | 'duplicate'
        | 'kept'
        | 'read'
        | 'ready'
        | 'shared'
        | 'skipped'
        | 'undone';
      /** @enum {string|null} */
      choice: 'add' | 'new' | 'skip' | null;
      /** @enum {string|null} */
      keptBecause: 'changed' | 'in_use' | 'joined' | 'reversed' | 'used' | null;
      row: number;
      /** @description Null where the row has none, or its content is gone. */
      name: string | null;
      phoneMasked: string | null;
      faults: components['schemas']['ImportFaultDto'][];
      /** @description The file here that has this phone and name; in the state `shared` the one that has this phone. */
      match: components['schemas']['ImportClientDto'] | null;
      /** @description An earlier row with this phone and name; in the state `shared` one with this phone. */
      sameAsRow: number | null;
      /** @description The file that the row wrote. */
      client: components['schemas']['ImportClientDto'] | null;
    };
    ImportRowsDto: {
      items: components['schemas']['ImportRowDto'][];
      /** @description The row to go on after; null on the last page. */
      next: number | null;
    };
    ChooseRowDto: {
      row: number;
      /** @enum {string} */
      choice: 'add' | 'new' | 'skip';
    };
    FaultSheetDto: {
      /** @description A table for a spreadsheet. */
      text: string;
    };
    UndoImportDto: {
      reason: string;
    };
    MergeDto: {
      id: string;
      fromId: string;
      fromName: string;
      fromNo: string;
      toId: string;
      toName: string;
      toNo: string;
      /** @enum {string} */
      state: 'done' | 'undone';
      byName: string;
      /** @description RFC 3339 in the salon's offset. */
      at: string;
      reason: string;
      /** @description It can still be taken back: within 30 days. */
      canUndo: boolean;
      undoneByName: string | null;
      /** @description RFC 3339 in the salon's offset. */
      undoneAt: string | null;
      undoReason: string | null;
    };
    MergeListDto: {
      items: components['schemas']['MergeDto'][];
      /** @description Where the next page begins; missing on the last one. */
      nextCursor?: string;
    };
    HeldDto: {
      /** @description As staff read it. */
      what: string;
      count: number;
      /** @description Money in fen; absent for things that are counted. */
      fen?: number;
    };
    LaidOutFileDto: {
      file: components['schemas']['StaffClientView'];
      held: components['schemas']['HeldDto'][];
    };
    MergePreviewDto: {
      /** @description The file that closes: all that it has moves. */
      from: components['schemas']['LaidOutFileDto'];
      /** @description The file that goes on. */
      to: components['schemas']['LaidOutFileDto'];
    };
    MergeFilesDto: {
      /** @description The file that closes. */
      fromId: string;
      /** @description The file that goes on. */
      toId: string;
      /** @description What of the closing file's basics is to hold; the others stay as they are in the file that goes on. */
      take?: ('birthday' | 'gender' | 'homeStoreId' | 'name' | 'phone')[];
      /** @description Why they are one person's. */
      reason: string;
    };
    MergedDto: {
      mergeId: string;
      /** @description The file that goes on. */
      toId: string;
    };
    UndoMergeDto: {
      /** @description Why they are two people's after all. */
      reason: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'Preview.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreviewDto'];
        };
      };
    };
  };
  'Jobs.list': {
    parameters: {
      query: {
        /** @description Which jobs: waiting, done or put aside. */
        state: 'dead' | 'done' | 'ready';
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobListDto'];
        };
      };
    };
  };
  'Jobs.retry': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'Stream.read': {
    parameters: {
      query: {
        /** @description The store whose calendar is on the screen. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
    };
  };
  'ClientStores.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreListDto'];
        };
      };
    };
  };
  'StaffStores.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffStoreListDto'];
        };
      };
    };
  };
  'StaffMembers.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMemberListDto'];
        };
      };
    };
  };
  'StaffQualifications.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QualificationsDto'];
        };
      };
    };
  };
  'ClientProducts.list': {
    parameters: {
      query: {
        /** @description The store whose shelf is read. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductListDto'];
        };
      };
    };
  };
  'StaffProducts.list': {
    parameters: {
      query?: {
        /** @description Only what this store sells now; absent: every product in every state. */
        storeId?: string;
        /** @description Part of a name or brand, the first letters of a name, or a whole barcode. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffProductListDto'];
        };
      };
    };
  };
  'StaffProducts.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateProductDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffProductDto'];
        };
      };
    };
  };
  'StaffProducts.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductHistoryDto'];
        };
      };
    };
  };
  'StaffProducts.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeProductDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffProductDto'];
        };
      };
    };
  };
  'StaffServices.list': {
    parameters: {
      query: {
        /** @description The store whose menu is read. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffServiceListDto'];
        };
      };
    };
  };
  'StaffClients.list': {
    parameters: {
      query?: {
        /** @description Name, pinyin, initials, last four digits, a whole phone, or a client number. Empty lists the newest files. */
        q?: string;
        cursor?: string;
        /** @description 1 to 50; 20 unless told. */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffClientPage'];
        };
      };
    };
  };
  'StaffClients.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateClientBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedClientView'];
        };
      };
    };
  };
  'StaffOverview.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientOverviewView'];
        };
      };
    };
  };
  'StaffClients.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateClientBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffClientView'];
        };
      };
    };
  };
  'StaffClients.addOne': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddPhoneBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffClientView'];
        };
      };
    };
  };
  'StaffClients.removeOne': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        phoneId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffClients.reveal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealPhoneBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedPhone'];
        };
      };
    };
  };
  'StaffClients.revealOne': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealContactBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedContact'];
        };
      };
    };
  };
  'StaffClientFiles.profile': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientProfileView'];
        };
      };
    };
  };
  'StaffClientFiles.notes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotesView'];
        };
      };
    };
  };
  'StaffClientFiles.write': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddNoteBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteWrittenView'];
        };
      };
    };
  };
  'StaffClientFiles.correct': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        noteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectNoteBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteWrittenView'];
        };
      };
    };
  };
  'StaffClientFiles.tags': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTagsBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientProfileView'];
        };
      };
    };
  };
  'StaffClientFiles.checked': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientProfileView'];
        };
      };
    };
  };
  'StaffClientFiles.link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        otherId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientProfileView'];
        };
      };
    };
  };
  'StaffClientFiles.unlink': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        otherId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientProfileView'];
        };
      };
    };
  };
  'StaffClientFiles.history': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileChangePage'];
        };
      };
    };
  };
  'ClientTags.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagGroupListView'];
        };
      };
    };
  };
  'ClientTags.addGroup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddTagGroupBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagGroupListView'];
        };
      };
    };
  };
  'ClientTags.changeGroup': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTagGroupBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagGroupListView'];
        };
      };
    };
  };
  'ClientTags.addTag': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddTagBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagGroupListView'];
        };
      };
    };
  };
  'ClientTags.changeTag': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTagBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagGroupListView'];
        };
      };
    };
  };
  'ClientFileCare.policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilePolicyView'];
        };
      };
    };
  };
  'ClientFileCare.save': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FilePolicyBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilePolicyView'];
        };
      };
    };
  };
  'ClientFileCare.report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileReportView'];
        };
      };
    };
  };
  'ClientFileCare.list': {
    parameters: {
      query: {
        /** @description Incomplete files, the emptiest first; or those whose contact data is to be looked at, the oldest first. */
        list: 'contact' | 'incomplete';
        /** @description Whose files; `none` for those that nobody answers for. */
        consultantId?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileToCarePage'];
        };
      };
    };
  };
  'ClientMe.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientView'];
        };
      };
    };
  };
  'ClientMe.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMeBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientView'];
        };
      };
    };
  };
  'ClientMe.profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnProfileView'];
        };
      };
    };
  };
  'ClientSession.signIn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInClientBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientSessionView'];
        };
      };
    };
  };
  'ClientSession.signOut': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'ClientSession.sendCode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SmsCodeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SmsCodeView'];
        };
      };
    };
  };
  'ClientSession.bind': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BindPhoneBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientView'];
        };
      };
    };
  };
  'StaffSession.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSessionView'];
        };
      };
    };
  };
  'StaffSession.signIn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInStaffBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewStaffSessionView'];
        };
      };
    };
  };
  'StaffSession.signOut': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffSecurity.change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffSecurity.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpSetUpView'];
        };
      };
    };
  };
  'StaffSecurity.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmTotpBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffSecurity.remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveTotpBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'OwnShifts.mine': {
    parameters: {
      query: {
        /** @description First local day. */
        from: string;
        /** @description How many days, 1 to 42. */
        days: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnShiftsDto'];
        };
      };
    };
  };
  'OwnShifts.asked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestListDto'];
        };
      };
    };
  };
  'OwnShifts.askForLeave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskForLeaveDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestDto'];
        };
      };
    };
  };
  'OwnShifts.askForHours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskForHoursDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestDto'];
        };
      };
    };
  };
  'OwnShifts.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestDto'];
        };
      };
    };
  };
  'StaffShiftRequests.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreShiftRequestsDto'];
        };
      };
    };
  };
  'StaffShiftRequests.refuse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestDto'];
        };
      };
    };
  };
  'StaffShiftRequests.callOff': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftRequestDto'];
        };
      };
    };
  };
  'StaffShifts.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        /** @description First local day. */
        from: string;
        /** @description How many days, 1 to 31. */
        days: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftListDto'];
        };
      };
    };
  };
  'StaffShiftTemplates.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftTemplateListDto'];
        };
      };
    };
  };
  'StaffShiftTemplates.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewShiftTemplateDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftTemplateDto'];
        };
      };
    };
  };
  'StaffShiftTemplates.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShiftTemplateChangeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftTemplateDto'];
        };
      };
    };
  };
  'StaffTurnQueue.today': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TurnQueueDto'];
        };
      };
    };
  };
  'StaffTurns.keep': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TurnDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InQueueDto'];
        };
      };
    };
  };
  'StaffTurns.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MyTurnDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InQueueDto'];
        };
      };
    };
  };
  'StaffTurns.rules': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TurnRulesDto'];
        };
      };
    };
  };
  'StaffTurns.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TurnRulesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TurnRulesDto'];
        };
      };
    };
  };
  'ClientProgress.progress': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitProgressDto'];
        };
      };
    };
  };
  'ClientProgress.tell': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TellDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnFeedbackDto'];
        };
      };
    };
  };
  'StaffFeedback.unseen': {
    parameters: {
      query: {
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnseenFeedbackListDto'];
        };
      };
    };
  };
  'StaffFeedback.ofVisit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitFeedbackDto'];
        };
      };
    };
  };
  'StaffFeedback.seen': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        feedbackId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeenDto'];
        };
      };
    };
  };
  'StaffLedger.verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerVerdictDto'];
        };
      };
    };
  };
  'StaffLedger.seals': {
    parameters: {
      query?: {
        /** @description From the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerSealListDto'];
        };
      };
    };
  };
  'StaffLedger.transaction': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerTransactionDto'];
        };
      };
    };
  };
  'StaffLedger.liability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LiabilityDto'];
        };
      };
    };
  };
  'ClientCoupons.list': {
    parameters: {
      query?: {
        /** @description `usable` unless told. */
        state?: 'expired' | 'usable' | 'used';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponListDto'];
        };
      };
    };
  };
  'ClientCoupons.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        couponId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponDto'];
        };
      };
    };
  };
  'ClientCoupons.offers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponOfferListDto'];
        };
      };
    };
  };
  'ClientCoupons.claim': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponDto'];
        };
      };
    };
  };
  'StaffCoupons.ofClient': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCouponListDto'];
        };
      };
    };
  };
  'StaffCoupons.issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueCouponsDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponBatchDto'];
        };
      };
    };
  };
  'StaffCoupons.batch': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponBatchDto'];
        };
      };
    };
  };
  'StaffCoupons.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        couponId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeCouponDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCouponDto'];
        };
      };
    };
  };
  'StaffCoupons.report': {
    parameters: {
      query?: {
        /** @description YYYY-MM; the month five months before the last one unless told. */
        fromMonth?: string;
        /** @description YYYY-MM, included; this month unless told. */
        untilMonth?: string;
        /** @description One of the caller's stores; all of them unless told. */
        storeId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponReportDto'];
        };
      };
    };
  };
  'StaffTemplates.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponTemplateListDto'];
        };
      };
    };
  };
  'StaffTemplates.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCouponTemplateDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponTemplateDto'];
        };
      };
    };
  };
  'StaffTemplates.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponTemplateHistoryDto'];
        };
      };
    };
  };
  'StaffTemplates.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCouponTemplateDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CouponTemplateDto'];
        };
      };
    };
  };
  'PayNotify.paid': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'PayNotify.refunded': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffPayments.list': {
    parameters: {
      query: {
        storeId: string;
        state?: 'closed' | 'paid' | 'pending';
        /** @description Made on this day or later, Beijing time; YYYY-MM-DD. */
        from?: string;
        /** @description Made on this day or earlier, Beijing time; YYYY-MM-DD. */
        to?: string;
        /** @description Only those that somebody has to look at. */
        stuck?: 'false' | 'true';
        /** @description Orders of this client. */
        customerId?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrderListDto'];
        };
      };
    };
  };
  'StaffPayments.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrderDetailDto'];
        };
      };
    };
  };
  'StaffPayments.refresh': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrderDetailDto'];
        };
      };
    };
  };
  'StaffPayments.request': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderNo: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestPaymentRefundDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'StaffPayments.refunds': {
    parameters: {
      query: {
        storeId: string;
        state?:
          | 'abnormal'
          | 'approved'
          | 'by_hand'
          | 'closed'
          | 'processing'
          | 'rejected'
          | 'requested'
          | 'success';
        /** @description Only those that somebody has to look at: refused, stuck, to be paid by hand, or with an open warning. */
        stuck?: 'false' | 'true';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundListDto'];
        };
      };
    };
  };
  'StaffPayments.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecidePaymentRefundDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'StaffPayments.reject': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecidePaymentRefundDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'StaffPayments.refused': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentNotificationListDto'];
        };
      };
    };
  };
  'RefundsByHand.ask': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskByHandDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'RefundsByHand.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'RefundsByHand.reject': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'RefundsByHand.settle': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundNo: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleWarningDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRefundDto'];
        };
      };
    };
  };
  'ClientContracts.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractListDto'];
        };
      };
    };
  };
  'ClientContracts.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contractId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractDto'];
        };
      };
    };
  };
  'ClientContracts.sign': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contractId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignContractDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractDto'];
        };
      };
    };
  };
  'ClientPoints.tier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberTierDto'];
        };
      };
    };
  };
  'ClientPoints.sight': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsDto'];
        };
      };
    };
  };
  'ClientPoints.history': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsHistoryDto'];
        };
      };
    };
  };
  'ClientPoints.checkIn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckedInDto'];
        };
      };
    };
  };
  'ClientPoints.rewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RewardListDto'];
        };
      };
    };
  };
  'ClientPoints.redeem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeemRewardDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientRedemptionDto'];
        };
      };
    };
  };
  'StaffClientPoints.points': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPointsDto'];
        };
      };
    };
  };
  'StaffClientPoints.request': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdjustPointsDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDto'];
        };
      };
    };
  };
  'StaffClientPoints.waiting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentListDto'];
        };
      };
    };
  };
  'StaffClientPoints.decide': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        adjustmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideAdjustmentDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDto'];
        };
      };
    };
  };
  'StaffClientPoints.toHandOver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRedemptionListDto'];
        };
      };
    };
  };
  'StaffClientPoints.handOver': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        redemptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOverDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRedemptionDto'];
        };
      };
    };
  };
  'StaffClientPoints.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        redemptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRedemptionDto'];
        };
      };
    };
  };
  'StaffPoints.rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsRulesDto'];
        };
      };
    };
  };
  'StaffPoints.changeRules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PointsRulesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsRulesDto'];
        };
      };
    };
  };
  'StaffPoints.rewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRewardListDto'];
        };
      };
    };
  };
  'StaffPoints.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteRewardDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRewardDto'];
        };
      };
    };
  };
  'StaffPoints.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        rewardId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RewardHistoryDto'];
        };
      };
    };
  };
  'StaffPoints.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        rewardId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeRewardDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRewardDto'];
        };
      };
    };
  };
  'StaffTiers.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTierListDto'];
        };
      };
    };
  };
  'StaffTiers.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteTierDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTierDto'];
        };
      };
    };
  };
  'StaffTiers.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tierId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TierHistoryDto'];
        };
      };
    };
  };
  'StaffTiers.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tierId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTierDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTierDto'];
        };
      };
    };
  };
  'StaffTiers.settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteTierSettingsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTierListDto'];
        };
      };
    };
  };
  'StaffTiers.member': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMemberTierDto'];
        };
      };
    };
  };
  'StaffTiers.set': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTierDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMemberTierDto'];
        };
      };
    };
  };
  'ClientRefunds.quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundQuoteDto'];
        };
      };
    };
  };
  'ClientRefunds.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundListDto'];
        };
      };
    };
  };
  'ClientRefunds.ask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestRefundDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundDto'];
        };
      };
    };
  };
  'ClientRefunds.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundDto'];
        };
      };
    };
  };
  'ClientRefunds.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundDto'];
        };
      };
    };
  };
  'ClientTopUps.plans': {
    parameters: {
      query?: {
        /** @description Only plans of this store; absent: of all. */
        storeId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopUpPlanListDto'];
        };
      };
    };
  };
  'ClientTopUps.topUp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TopUpDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTopUpDto'];
        };
      };
    };
  };
  'ClientTopUps.list': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderListDto'];
        };
      };
    };
  };
  'ClientTopUps.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetailDto'];
        };
      };
    };
  };
  'ClientTopUps.pay': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderNo: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayOrderDto'];
        };
      };
    };
  };
  'ClientWallet.wallet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WalletDto'];
        };
      };
    };
  };
  'ClientWallet.statement': {
    parameters: {
      query?: {
        /** @description YYYY-MM; this month unless told. */
        month?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementDto'];
        };
      };
    };
  };
  'ClientWallet.spend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        spendId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpendDto'];
        };
      };
    };
  };
  'ClientWallet.dispute': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        spendId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisputeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpendDto'];
        };
      };
    };
  };
  'ClientWallet.memberCode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberCodeDto'];
        };
      };
    };
  };
  'StaffPlans.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPlanListDto'];
        };
      };
    };
  };
  'StaffPlans.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePlanDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPlanDto'];
        };
      };
    };
  };
  'StaffPlans.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanHistoryDto'];
        };
      };
    };
  };
  'StaffPlans.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlanDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPlanDto'];
        };
      };
    };
  };
  'StaffRefunds.quote': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundQuoteDto'];
        };
      };
    };
  };
  'StaffRefunds.ask': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestRefundForClientDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRefunds.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        state?: 'approved' | 'paid' | 'rejected' | 'requested' | 'withdrawn';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundListDto'];
        };
      };
    };
  };
  'StaffRefunds.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRefunds.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveRefundDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRefunds.reject': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRefunds.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRefunds.paid': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        refundId: string;
        seq: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayOutDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffRefundDto'];
        };
      };
    };
  };
  'StaffRules.texts': {
    parameters: {
      query?: {
        /** @description Of stored value unless told. */
        kind?: 'package' | 'stored_value';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractTextListDto'];
        };
      };
    };
  };
  'StaffRules.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishContractTextDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractTextDto'];
        };
      };
    };
  };
  'StaffRules.brandSettings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectiveSettingsDto'];
        };
      };
    };
  };
  'StaffRules.changeBrand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSettingsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectiveSettingsDto'];
        };
      };
    };
  };
  'StaffRules.storeSettings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectiveSettingsDto'];
        };
      };
    };
  };
  'StaffRules.changeStore': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSettingsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EffectiveSettingsDto'];
        };
      };
    };
  };
  'StaffSales.topUp': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeskTopUpDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTopUpDto'];
        };
      };
    };
  };
  'StaffSales.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        /** @description Only those of this client. */
        customerId?: string;
        /** @description Only those of this local day. */
        date?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTopUpListDto'];
        };
      };
    };
  };
  'StaffSales.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        topUpId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffTopUpDto'];
        };
      };
    };
  };
  'StaffSales.undoTopUp': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        topUpId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReversedDto'];
        };
      };
    };
  };
  'StaffSales.undoSpend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        spendId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReversedDto'];
        };
      };
    };
  };
  'StaffSales.contractsOf': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractListDto'];
        };
      };
    };
  };
  'StaffSales.contract': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        contractId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractDto'];
        };
      };
    };
  };
  'StaffSales.opening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpeningBalancesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpeningResultDto'];
        };
      };
    };
  };
  'StaffWallets.wallet': {
    parameters: {
      query?: {
        /** @description The desk where it is looked at: what may still be paid in is told for a sale there; for all of one's own unless told. */
        storeId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffWalletDto'];
        };
      };
    };
  };
  'StaffWallets.statement': {
    parameters: {
      query?: {
        /** @description YYYY-MM; this month unless told. */
        month?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementDto'];
        };
      };
    };
  };
  'StaffWallets.readCode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadMemberCodeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeOwnerDto'];
        };
      };
    };
  };
  'StaffWallets.spend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SpendValueDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpendDto'];
        };
      };
    };
  };
  'StaffWallets.freeze': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FreezeWalletDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FrozenDto'];
        };
      };
    };
  };
  'StaffWallets.unfreeze': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FreezeWalletDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FrozenDto'];
        };
      };
    };
  };
  'StaffWallets.transfer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferValueDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferredDto'];
        };
      };
    };
  };
  'ClientPackages.plans': {
    parameters: {
      query?: {
        /** @description Only plans of this store; absent: of all. */
        storeId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferedPackageListDto'];
        };
      };
    };
  };
  'ClientPackages.buy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackageOrderDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedPackageDto'];
        };
      };
    };
  };
  'ClientPackages.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackageListDto'];
        };
      };
    };
  };
  'ClientPackages.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackageDetailDto'];
        };
      };
    };
  };
  'ClientPackages.quote': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundQuoteDto'];
        };
      };
    };
  };
  'ClientPackages.refund': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestRefundDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundDto'];
        };
      };
    };
  };
  'ClientPackages.waiting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionUseListDto'];
        };
      };
    };
  };
  'ClientPackages.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        useId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionUseDto'];
        };
      };
    };
  };
  'ClientPackages.dispute': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        useId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisputeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionUseDto'];
        };
      };
    };
  };
  'StaffPackagePlans.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackagePlanListDto'];
        };
      };
    };
  };
  'StaffPackagePlans.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePackagePlanDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackagePlanDto'];
        };
      };
    };
  };
  'StaffPackagePlans.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackagePlanHistoryDto'];
        };
      };
    };
  };
  'StaffPackagePlans.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePackagePlanDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackagePlanDto'];
        };
      };
    };
  };
  'StaffPackageSales.list': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageListDto'];
        };
      };
    };
  };
  'StaffPackageSales.sell': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SellPackageDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackageSales.redeem': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeemSessionDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionUseDto'];
        };
      };
    };
  };
  'StaffPackageSales.reverse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        useId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionUseDto'];
        };
      };
    };
  };
  'StaffPackages.past': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PastDateListDto'];
        };
      };
    };
  };
  'StaffPackages.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.freeze': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.unfreeze': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.extend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendPackageDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.transfer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferPackageDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.quote': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundQuoteDto'];
        };
      };
    };
  };
  'StaffPackages.refund': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestRefundDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundDto'];
        };
      };
    };
  };
  'StaffPackages.convert': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConvertPackageDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPackages.reverse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        packageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPackageDto'];
        };
      };
    };
  };
  'StaffPriceRules.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceRuleListDto'];
        };
      };
    };
  };
  'StaffPriceRules.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePriceRuleDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceRuleDto'];
        };
      };
    };
  };
  'StaffPriceRules.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceRuleHistoryDto'];
        };
      };
    };
  };
  'StaffPriceRules.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePriceRuleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceRuleDto'];
        };
      };
    };
  };
  'CalendarLinks.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarLinkDto'];
        };
      };
    };
  };
  'CalendarLinks.make': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeCalendarLinkDto'];
        };
      };
    };
  };
  'CalendarLinks.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'BookingPolicy.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookingPolicyDto'];
        };
      };
    };
  };
  'BookingPolicy.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BookingPolicyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookingPolicyDto'];
        };
      };
    };
  };
  'DailyCaps.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DailyCapsDto'];
        };
      };
    };
  };
  'DailyCaps.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DailyCapsInputDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DailyCapsDto'];
        };
      };
    };
  };
  'PeakTimes.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeakTimesDto'];
        };
      };
    };
  };
  'PeakTimes.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PeakTimesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeakTimesDto'];
        };
      };
    };
  };
  'ClientAppointments.list': {
    parameters: {
      query?: {
        /** @description Absent: all of them. */
        scope?: 'past' | 'upcoming';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitListDto'];
        };
      };
    };
  };
  'ClientAppointments.book': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BookOwnVisitDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitDto'];
        };
      };
    };
  };
  'ClientAppointments.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitDto'];
        };
      };
    };
  };
  'ClientAppointments.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitDto'];
        };
      };
    };
  };
  'ClientAppointments.accept': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptOfferDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitDto'];
        };
      };
    };
  };
  'ClientAppointments.reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RescheduleVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitDto'];
        };
      };
    };
  };
  'ClientAvailability.services': {
    parameters: {
      query: {
        /** @description The store whose menu is read. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceListDto'];
        };
      };
    };
  };
  'ClientAvailability.read': {
    parameters: {
      query: {
        storeId: string;
        /** @description Ids in the client's order, separated by commas; one to six. */
        serviceIds: string;
        /** @description One person for every service she can lead; absent: nobody in particular. */
        staffId?: string;
        /** @description A visit of the caller's that is about to move: its own people and places count as free. */
        moving?: string;
        /** @description First local day; today when absent. */
        from?: string;
        /** @description How many days, 1 to 31; 7 when absent. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AvailabilityDto'];
        };
      };
    };
  };
  'ClientAvailability.staff': {
    parameters: {
      query: {
        storeId: string;
        /** @description Only those who can lead this service. */
        serviceId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookableStaffListDto'];
        };
      };
    };
  };
  'StaffAnswers.offer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferTimesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAnswers.accept': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptOfferDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAnswers.decline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.list': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        /** @description A local day; absent: visits of `state` that are not over, on any day, the soonest 200. */
        date?: string;
        /** @description Only these; required without a day. */
        state?:
          | 'arrived'
          | 'cancelled'
          | 'completed'
          | 'confirmed'
          | 'expired'
          | 'held'
          | 'in_service'
          | 'no_show'
          | 'requested';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitListDto'];
        };
      };
    };
  };
  'StaffAppointments.book': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BookVisitForClientDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.bookPlanned': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BookPlannedVisitDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.arrive': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.start': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.complete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.noShow': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelVisitForClientDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffAppointments.move': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffVisitDto'];
        };
      };
    };
  };
  'StaffCalendar.calendar': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        date: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarDto'];
        };
      };
    };
  };
  'StaffCalendar.standing': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookingStandingDto'];
        };
      };
    };
  };
  'StaffCalendar.read': {
    parameters: {
      query: {
        storeId: string;
        /** @description Ids in the client's order, separated by commas; one to six. */
        serviceIds: string;
        /** @description One person for every service she can lead; absent: nobody in particular. */
        staffId?: string;
        /** @description A visit of the caller's that is about to move: its own people and places count as free. */
        moving?: string;
        /** @description First local day; today when absent. */
        from?: string;
        /** @description How many days, 1 to 31; 7 when absent. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AvailabilityDto'];
        };
      };
    };
  };
  'StaffQualificationChanges.certificate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordCertificateDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TouchedVisitListDto'];
        };
      };
    };
  };
  'StaffQualificationChanges.skill': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSkillDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TouchedVisitListDto'];
        };
      };
    };
  };
  'StaffQualificationChanges.rule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CertificateRuleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TouchedVisitListDto'];
        };
      };
    };
  };
  'StaffRequestApprovals.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveRequestDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestOutcomeDto'];
        };
      };
    };
  };
  'StaffStatistics.of': {
    parameters: {
      query: {
        storeId: string;
        /** @description First local day, YYYY-MM-DD. */
        from: string;
        /** @description Last local day; at most 62 with the first. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatisticsDto'];
        };
      };
    };
  };
  'StaffShiftPlan.plan': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        /** @description First local day. */
        from: string;
        /** @description How many days, 1 to 42. */
        days: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShiftPlanDto'];
        };
      };
    };
  };
  'StaffShiftPlan.change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeShiftPlanDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanOutcomeDto'];
        };
      };
    };
  };
  'StaffShiftPlan.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseStoreDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TouchedVisitListDto'];
        };
      };
    };
  };
  'StaffShiftPlan.lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LiftClosureDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LiftClosureDto'];
        };
      };
    };
  };
  'StaffShiftPlan.touched': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TouchedVisitListDto'];
        };
      };
    };
  };
  'StaffShiftPlan.standIns': {
    parameters: {
      query?: {
        /** @description Who is to be stood in for; absent: who leads the visit. */
        staffId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandInListDto'];
        };
      };
    };
  };
  'StaffShiftPlan.keep': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeepVisitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeepVisitDto'];
        };
      };
    };
  };
  'ClientBills.list': {
    parameters: {
      query?: {
        limit?: number;
        /** @description Of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptListDto'];
        };
      };
    };
  };
  'ClientBills.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
    };
  };
  'ClientBills.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillVersionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
    };
  };
  'ClientBills.dispute': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisputeBillDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
    };
  };
  'StaffBills.list': {
    parameters: {
      query: {
        storeId: string;
        /** @description Opened, paid or reversed on that day. */
        date?: string;
        state?: 'awaiting' | 'open' | 'paid' | 'parked' | 'reversed' | 'void';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillListDto'];
        };
      };
    };
  };
  'StaffBills.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenBillDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.edit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditBillDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.park': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillVersionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillVersionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.void': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.ask': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskClientDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.pay': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayBillDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.reverse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.settle': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BillReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffBills.copy': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillDto'];
        };
      };
    };
  };
  'StaffTill.list': {
    parameters: {
      query: {
        storeId: string;
        /** @description Today unless told. */
        date?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TillShiftListDto'];
        };
      };
    };
  };
  'StaffTill.openShift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenShiftDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TillShiftDto'];
        };
      };
    };
  };
  'StaffTill.closeShift': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        shiftId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CountsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TillShiftDto'];
        };
      };
    };
  };
  'StaffTill.day': {
    parameters: {
      query: {
        storeId: string;
        /** @description Today unless told. */
        date?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DailyCloseDto'];
        };
      };
    };
  };
  'StaffTill.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseDayDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DailyCloseDto'];
        };
      };
    };
  };
  'StaffTill.repay': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RepayDebtDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DebtPaymentDto'];
        };
      };
    };
  };
  'StaffTill.rules': {
    parameters: {
      query?: {
        /** @description The brand's own rules unless told. */
        storeId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckoutRulesDto'];
        };
      };
    };
  };
  'StaffTill.change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCheckoutRulesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckoutRulesDto'];
        };
      };
    };
  };
  'ClientTreatments.mine': {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientTreatmentListDto'];
        };
      };
    };
  };
  'StaffTreatments.day': {
    parameters: {
      query: {
        /** @description One of the caller's own stores. */
        storeId: string;
        /** @description Absent: today in the store. */
        date?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareDayDto'];
        };
      };
    };
  };
  'StaffTreatments.ofVisit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitTreatmentDto'];
        };
      };
    };
  };
  'StaffTreatments.write': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TreatmentInputDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitTreatmentDto'];
        };
      };
    };
  };
  'StaffTreatments.draft': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TreatmentDraftInputDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TreatmentDraftSavedDto'];
        };
      };
    };
  };
  'StaffTreatments.correct': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        recordId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectTreatmentDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitTreatmentDto'];
        };
      };
    };
  };
  'StaffTreatments.ofClient': {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TreatmentRecordListDto'];
        };
      };
    };
  };
  'TreatmentTemplates.list': {
    parameters: {
      query: {
        /** @description Templates of what this store offers. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TreatmentTemplateListDto'];
        };
      };
    };
  };
  'TreatmentTemplates.save': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serviceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveTreatmentTemplateDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TreatmentTemplateDto'];
        };
      };
    };
  };
  'ClientGift.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BirthdayGiftDto'];
        };
      };
    };
  };
  'MarketingChoice.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketingChoiceDto'];
        };
      };
    };
  };
  'MarketingChoice.say': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarketingChoiceDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketingChoiceDto'];
        };
      };
    };
  };
  'MarketingChoice.of': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientMarketingDto'];
        };
      };
    };
  };
  'MarketingChoice.note': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarketingChoiceDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketingChoiceDto'];
        };
      };
    };
  };
  'StaffAutomations.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationListDto'];
        };
      };
    };
  };
  'StaffAutomations.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAutomationDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationDto'];
        };
      };
    };
  };
  'StaffAutomations.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        automationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationHistoryDto'];
        };
      };
    };
  };
  'StaffAutomations.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        automationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeAutomationDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationDto'];
        };
      };
    };
  };
  'StaffAutomations.grants': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path: {
        automationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationGrantListDto'];
        };
      };
    };
  };
  'StaffAutomations.runNow': {
    parameters: {
      query?: {
        /** @description `1` looks who would get it and gives nothing. */
        dryRun?: '1';
      };
      header?: never;
      path: {
        automationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationRunDto'];
        };
      };
    };
  };
  'AutomationMessages.of': {
    parameters: {
      query?: {
        /** @description As for its grants. */
        cursor?: string;
      };
      header?: never;
      path: {
        automationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationMessagesDto'];
        };
      };
    };
  };
  'ClientMessages.templates': {
    parameters: {
      query?: {
        /** @description A visit of hers for which the phone asks. */
        appointmentId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageTemplateListDto'];
        };
      };
    };
  };
  'ClientMessages.record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordConsentsDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffCalls.list': {
    parameters: {
      query?: {
        /** @description One of her stores; all of them unless told. */
        storeId?: string;
        /** @description The last call of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallListDto'];
        };
      };
    };
  };
  'StaffCalls.done': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleCallDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledCallDto'];
        };
      };
    };
  };
  'StaffMessages.list': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisitMessageListDto'];
        };
      };
    };
  };
  'StaffReminders.inForce': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRulesView'];
        };
      };
    };
  };
  'StaffReminders.set': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReminderRulesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRulesView'];
        };
      };
    };
  };
  'StaffBriefing.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BriefingView'];
        };
      };
    };
  };
  'StaffClientFilters.list': {
    parameters: {
      query: {
        /** @description Whose shared filters are shown beside one's own. */
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeptFiltersView'];
        };
      };
    };
  };
  'StaffClientFilters.keep': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveClientFilterBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeptFiltersView'];
        };
      };
    };
  };
  'StaffClientFilters.drop': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffClientList.list': {
    parameters: {
      query?: {
        stage?: 'active' | 'lost' | 'new' | 'prospect' | 'sleeping';
        tierId?: string;
        /** @description Her home store. */
        storeId?: string;
        source?:
          | 'dianping'
          | 'douyin'
          | 'import'
          | 'mini_program'
          | 'other'
          | 'phone'
          | 'referral'
          | 'walk_in'
          | 'xiaohongshu';
        /** @description 1 to 12, by the calendar that she keeps. */
        birthMonth?: string;
        /** @description The member of staff who answers for her. */
        consultantId?: string;
        /** @description Ids of tags, separated by commas; she has all of them. */
        tagIds?: string;
        /** @description A tag that says what she comes for. */
        needId?: string;
        /** @description Her file says less than so many percent of what the salon wants to know. */
        belowPercent?: string;
        /** @description Her file does not say this. */
        missing?:
          | 'address'
          | 'birthday'
          | 'brands'
          | 'consultantId'
          | 'email'
          | 'gender'
          | 'homeStoreId'
          | 'occasions'
          | 'occupation'
          | 'phone'
          | 'preferredStaffIds'
          | 'pressure'
          | 'referrerId'
          | 'scents'
          | 'tags'
          | 'talk'
          | 'usualServiceIds'
          | 'wechatName';
        /** @description Days without a visit, counted on the day of the look. */
        awayDays?: string;
        lastVisitFrom?: string;
        lastVisitUntil?: string;
        /** @description Of principal and bonus, in fen. Only for those who may read wallets. */
        minBalanceFen?: string;
        /**
         * @description newest unless told; overdue: those past their own rhythm; incomplete: files that say least first; spend and balance
         *     only for those who may read wallets.
         */
        order?: 'balance' | 'incomplete' | 'last_visit' | 'newest' | 'overdue' | 'spend';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientListView'];
        };
      };
    };
  };
  'StaffOverview.whole': {
    parameters: {
      query?: {
        /** @description The desk where it is looked at: what may still be paid in is told for a sale there. */
        storeId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientPageView'];
        };
      };
    };
  };
  'StaffOverview.page': {
    parameters: {
      query?: {
        /** @description Everything unless told. */
        group?:
          | 'care'
          | 'coupons'
          | 'file'
          | 'member'
          | 'messages'
          | 'money'
          | 'papers'
          | 'sessions'
          | 'visits';
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimeLineView'];
        };
      };
    };
  };
  'StaffStandingPolicy.inForce': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingPolicyView'];
        };
      };
    };
  };
  'StaffStandingPolicy.set': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StandingLimitsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingPolicyView'];
        };
      };
    };
  };
  'StaffStandingPolicy.preview': {
    parameters: {
      query?: {
        newWithinDays?: string;
        newVisits?: string;
        sleepingAfterDays?: string;
        lostAfterDays?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingPreviewView'];
        };
      };
    };
  };
  'StaffTagRules.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagRulesView'];
        };
      };
    };
  };
  'StaffTagRules.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddTagRuleBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagRulesView'];
        };
      };
    };
  };
  'StaffTagRules.count': {
    parameters: {
      query?: {
        /** @description Used and bought in the last `spendDays` days, in fen without bonus, at least. */
        spendFen?: string;
        spendDays?: string;
        /** @description Days on which she was served, at least; of the last `visitDays` days where that is given. */
        visits?: string;
        visitDays?: string;
        /** @description Days since her last visit, at least. */
        awayDays?: string;
        stages?: string;
        /** @description In whole years; both ends count. */
        ageFrom?: string;
        ageTo?: string;
        /** @description 1 to 12, by the calendar that she keeps; `now` for the month that it is. */
        birthMonths?: string;
        tierIds?: string;
        sources?: string;
        /** @description Whether she has a package that she can still use. */
        packages?: 'held' | 'none';
        /** @description Ids of tags that hands put on. */
        needIds?: string;
        /** @description Principal and bonus, in fen, at least. */
        minBalanceFen?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReckonedView'];
        };
      };
    };
  };
  'StaffTagRules.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTagRuleBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagRulesView'];
        };
      };
    };
  };
  'ClientAssessments.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAssessmentListDto'];
        };
      };
    };
  };
  'StaffAssessments.forms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentFormListDto'];
        };
      };
    };
  };
  'StaffAssessments.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishFormDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedFormDto'];
        };
      };
    };
  };
  'StaffAssessments.ofClient': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientAssessmentsDto'];
        };
      };
    };
  };
  'StaffAssessments.write': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteAssessmentDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentWrittenDto'];
        };
      };
    };
  };
  'StaffAssessments.correct': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assessmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectAssessmentDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentWrittenDto'];
        };
      };
    };
  };
  'StaffAssessments.draft': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssessmentDraftInputDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentDraftSavedDto'];
        };
      };
    };
  };
  'StaffFormulas.ofClient': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormulaListDto'];
        };
      };
    };
  };
  'StaffFormulas.write': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteFormulaDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormulaWrittenDto'];
        };
      };
    };
  };
  'CareLooks.look': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CareLookInputDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareLookDto'];
        };
      };
    };
  };
  'ClientCare.check': {
    parameters: {
      query: {
        storeId: string;
        /** @description Ids with commas between them, at most twenty. */
        serviceIds: string;
        /** @description RFC 3339 with offset; now unless told. */
        start?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareFindingsDto'];
        };
      };
    };
  };
  'StaffCareKnowledge.all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareKnowledgeDto'];
        };
      };
    };
  };
  'StaffCareKnowledge.createIngredient': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateIngredientDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnowledgeIdDto'];
        };
      };
    };
  };
  'StaffCareKnowledge.changeIngredient': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ingredientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeIngredientDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffCareKnowledge.createCondition': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateConditionDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnowledgeIdDto'];
        };
      };
    };
  };
  'StaffCareKnowledge.changeCondition': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        conditionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeConditionDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffCareKnowledge.createRule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCareRuleDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnowledgeIdDto'];
        };
      };
    };
  };
  'StaffCareKnowledge.changeRule': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCareRuleDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffCareKnowledge.setService': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serviceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceCareDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffCareKnowledge.setProduct': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductCareDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffHealth.summary': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareSummaryDto'];
        };
      };
    };
  };
  'StaffHealth.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthFileDto'];
        };
      };
    };
  };
  'StaffHealth.save': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveHealthDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthFileDto'];
        };
      };
    };
  };
  'StaffHealth.check': {
    parameters: {
      query: {
        storeId: string;
        /** @description Ids with commas between them, at most fifty. */
        serviceIds?: string;
        /** @description RFC 3339 with offset; now unless told. */
        start?: string;
        /** @description Ids with commas between them, at most a hundred. */
        productIds?: string;
        /** @description Cards that she buys: what speaks against their services is soft. Ids of package plans with commas between them, at most twenty. */
        packagePlanIds?: string;
        /** @description `bill`: of a visit, whose own start asks about the rest; `walk_in`: done without one. */
        plannedFor: 'bill' | 'booking' | 'plan' | 'start' | 'walk_in';
        /** @description The visit that is looked at: it does not stand in its own way, and the products planned for it go along. */
        subjectId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareFindingsDto'];
        };
      };
    };
  };
  'ClientConsents.list': {
    parameters: {
      query?: {
        /** @description Services whose risk notices are wanted, with commas between; at most 10. */
        serviceIds?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'ClientConsents.give': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GiveConsentDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'ClientConsents.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawConsentDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'StaffConsents.list': {
    parameters: {
      query?: {
        /** @description Services whose risk notices are wanted, with commas between; at most 10. */
        serviceIds?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'StaffConsents.give': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GiveConsentInShopDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'StaffConsents.proof': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        consentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentProofDto'];
        };
      };
    };
  };
  'StaffConsents.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawConsentDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSheetDto'];
        };
      };
    };
  };
  'StaffConsentTexts.list': {
    parameters: {
      query: {
        kind: 'health' | 'notice' | 'photos' | 'privacy';
        /** @description The service whose notice is asked for; without it the notice in force of every service. */
        serviceId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentTextListDto'];
        };
      };
    };
  };
  'StaffConsentTexts.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishConsentTextDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentTextDto'];
        };
      };
    };
  };
  'ClientCarePlan.mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientCarePlanAnswerDto'];
        };
      };
    };
  };
  'ClientCarePlan.agree': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreeCarePlanDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientCarePlanAnswerDto'];
        };
      };
    };
  };
  'ClientCarePlan.rate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        stepId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RateCareStepDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientCarePlanAnswerDto'];
        };
      };
    };
  };
  'StaffCarePlans.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CarePlanAnswerDto'];
        };
      };
    };
  };
  'StaffCarePlans.create': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CarePlanInputDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CarePlanAnswerDto'];
        };
      };
    };
  };
  'StaffCarePlans.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCarePlanDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CarePlanAnswerDto'];
        };
      };
    };
  };
  'StaffCarePlans.turn': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        planId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TurnCarePlanDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CarePlanAnswerDto'];
        };
      };
    };
  };
  'ClientQuestionnaires.list': {
    parameters: {
      query?: {
        /** @description Services whose risk notices are wanted, with commas between; at most 10. */
        serviceIds?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireStandingsDto'];
        };
      };
    };
  };
  'ClientQuestionnaires.mine': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyQuestionnaireDto'];
        };
      };
    };
  };
  'ClientQuestionnaires.answer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerQuestionnaireDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireAnsweredDto'];
        };
      };
    };
  };
  'StaffAnswers.standings': {
    parameters: {
      query?: {
        /** @description Services whose risk notices are wanted, with commas between; at most 10. */
        serviceIds?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireStandingsDto'];
        };
      };
    };
  };
  'StaffAnswers.toFill': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireToFillDto'];
        };
      };
    };
  };
  'StaffAnswers.answer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerQuestionnaireDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireAnsweredDto'];
        };
      };
    };
  };
  'StaffAnswers.answers': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientAnswersDto'];
        };
      };
    };
  };
  'StaffAnswers.proof': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        answerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientAnswerProofDto'];
        };
      };
    };
  };
  'StaffAnswers.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        answerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmToldDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ToldConfirmedDto'];
        };
      };
    };
  };
  'StaffQuestionnaires.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireListDto'];
        };
      };
    };
  };
  'StaffQuestionnaires.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BeginQuestionnaireDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireBegunDto'];
        };
      };
    };
  };
  'StaffQuestionnaires.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireDto'];
        };
      };
    };
  };
  'StaffQuestionnaires.keep': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeepQuestionnaireDraftDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnaireDraftKeptDto'];
        };
      };
    };
  };
  'StaffQuestionnaires.publish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionnaireId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishQuestionnaireDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionnairePublishedDto'];
        };
      };
    };
  };
  'StaffAudit.list': {
    parameters: {
      query?: {
        /** @description Entries about this client. */
        customerId?: string;
        /** @description Entries of what this member of staff did. */
        staffId?: string;
        /** @description A deed by its name, such as `phone.revealed`. */
        action?: string;
        /** @description One day in the salon's zone. */
        date?: string;
        /** @description From the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditListDto'];
        };
      };
    };
  };
  'StaffAudit.verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditVerdictDto'];
        };
      };
    };
  };
  'StaffDuplicates.list': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicateListDto'];
        };
      };
    };
  };
  'StaffDuplicates.dismiss': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pairId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffExports.list': {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportListDto'];
        };
      };
    };
  };
  'StaffExports.request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskForExportDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportDto'];
        };
      };
    };
  };
  'StaffExports.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportDto'];
        };
      };
    };
  };
  'StaffExports.file': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportFileDto'];
        };
      };
    };
  };
  'StaffExports.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportDto'];
        };
      };
    };
  };
  'StaffExports.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportDto'];
        };
      };
    };
  };
  'StaffExports.decline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineExportDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportDto'];
        };
      };
    };
  };
  'StaffImports.list': {
    parameters: {
      query: {
        storeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportListDto'];
        };
      };
    };
  };
  'StaffImports.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenImportDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedImportDto'];
        };
      };
    };
  };
  'StaffImports.part': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportPartDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffImports.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDto'];
        };
      };
    };
  };
  'StaffImports.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDto'];
        };
      };
    };
  };
  'StaffImports.check': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CheckImportDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDto'];
        };
      };
    };
  };
  'StaffImports.rows': {
    parameters: {
      query?: {
        /** @description Only rows in this state. */
        rowState?:
          | 'added'
          | 'bad'
          | 'created'
          | 'duplicate'
          | 'kept'
          | 'read'
          | 'ready'
          | 'shared'
          | 'skipped'
          | 'undone';
        /** @description The number of the last row seen. */
        after?: string;
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportRowsDto'];
        };
      };
    };
  };
  'StaffImports.choose': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChooseRowDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'StaffImports.faultSheet': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FaultSheetDto'];
        };
      };
    };
  };
  'StaffImports.run': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDto'];
        };
      };
    };
  };
  'StaffImports.undo': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoImportDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDto'];
        };
      };
    };
  };
  'StaffMerges.list': {
    parameters: {
      query?: {
        /** @description From the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MergeListDto'];
        };
      };
    };
  };
  'StaffMerges.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MergeFilesDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MergedDto'];
        };
      };
    };
  };
  'StaffMerges.preview': {
    parameters: {
      query: {
        /** @description The file that closes. */
        fromId: string;
        /** @description The file that goes on. */
        toId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MergePreviewDto'];
        };
      };
    };
  };
  'StaffMerges.undo': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mergeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UndoMergeDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
