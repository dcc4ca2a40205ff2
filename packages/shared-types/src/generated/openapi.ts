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
    /** Opens a file. Other files with the same phone are named in the answer, not refused. */
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
    get: operations['StaffClients.get'];
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
    /** The primary phone in the clear; who asked and why is kept. */
    post: operations['StaffClients.reveal'];
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
  '/api/staff/clients/{id}/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A client's visits in the caller's stores. */
    get: operations['StaffAppointments.ofClient'];
    put?: never;
    post?: never;
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
  '/api/client/message-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages that one tap may ask consent for; WeChat allows three at most. */
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
    ClientPhoneView: {
      id: string;
      masked: string;
      label: string;
      isPrimary: boolean;
      /** @description When the client proved that it is hers; null when only noted down. */
      verifiedAt: string | null;
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
    CreateClientBody: {
      name: string;
      /** @description A mobile number; it may stand on other files too. */
      phone?: string;
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null for none. */
      birthday?: string | null;
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
    CreatedClientView: {
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
      /** @description Other files that the phone stands on: a family, or one client twice. */
      samePhone: components['schemas']['SamePhoneView'][];
    };
    UpdateClientBody: {
      name?: string;
      /** @description The version that was read: with it, a change made in between is a 409 instead of being overwritten. */
      version?: number;
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
      /** @description `1990-05-12`, `--05-12` without a year, or null for none. */
      birthday?: string | null;
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
    AddPhoneBody: {
      phone: string;
      /** @description Whose or what it is: 妈妈, 公司. */
      label?: string;
      primary?: boolean;
    };
    RevealPhoneBody: {
      /** @description Why the phone is needed; kept in the audit trail. */
      reason: string;
    };
    RevealedPhone: {
      phone: string;
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
    UpdateMeBody: {
      name?: string;
      /** @enum {string} */
      gender?: 'female' | 'male' | 'unknown';
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
        'consultant' | 'desk' | 'finance' | 'manager' | 'marketing' | 'owner' | 'therapist'
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
    ShiftDto: {
      staffId: string;
      staffName: string;
      localDate: string;
      breaks: components['schemas']['StretchDto'][];
      /** @description RFC 3339 in the store's offset. */
      start: string;
      /** @description RFC 3339 in the store's offset. */
      end: string;
    };
    ShiftListDto: {
      items: components['schemas']['ShiftDto'][];
    };
    WantedServiceDto: {
      serviceId: string;
      /** @description Absent: nobody in particular. */
      staffId?: string;
    };
    BookVisitDto: {
      storeId: string;
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description In the order in which the client has them; at most six. */
      services: components['schemas']['WantedServiceDto'][];
      note?: string;
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
    OfferedDayDto: {
      date: string;
      /**
       * @description Why the day has no time.
       * @enum {string}
       */
      reason?: 'beyond_horizon' | 'closed' | 'full' | 'no_skill' | 'too_soon';
      times: components['schemas']['OfferedTimeDto'][];
      /** @description Starts within opening hours that cannot be had; RFC 3339 in the store's offset. */
      unavailable: string[];
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
        | 'arrive'
        | 'book'
        | 'cancel'
        | 'complete'
        | 'confirm'
        | 'expire'
        | 'move'
        | 'no_show'
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
      /** @description For a move: where it was before; RFC 3339 in the store's offset. */
      movedFrom: string | null;
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
      /** @description It was cancelled by the client after the free time. */
      lateCancel: boolean;
      history: components['schemas']['VisitHistoryDto'][];
      customer: components['schemas']['VisitCustomerDto'];
      /** @enum {string} */
      channel: 'desk' | 'mini_program' | 'phone' | 'walk_in';
      /** @description Names of the rooms and beds it uses. */
      rooms: string[];
      allocations: components['schemas']['VisitAllocationDto'][];
      /** @description Send it back when moving: another value means that somebody changed the visit meanwhile. */
      version: number;
      /** @description What the caller may do with it in this state. */
      allowed: (
        'arrive' | 'cancel' | 'complete' | 'confirm' | 'expire' | 'move' | 'no_show' | 'start'
      )[];
      changes: components['schemas']['VisitChangeDto'][];
    };
    StaffVisitListDto: {
      items: components['schemas']['StaffVisitDto'][];
    };
    ClientVisitsDto: {
      upcoming: components['schemas']['StaffVisitDto'][];
      /** @description The latest twenty. */
      past: components['schemas']['StaffVisitDto'][];
    };
    BookVisitForClientDto: {
      storeId: string;
      /** @description RFC 3339 with offset. */
      start: string;
      /** @description In the order in which the client has them; at most six. */
      services: components['schemas']['WantedServiceDto'][];
      note?: string;
      customerId: string;
      /** @enum {string} */
      channel: 'desk' | 'phone' | 'walk_in';
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
      /** @enum {string} */
      kind: 'block' | 'break' | 'leave';
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
    MessageTemplateDto: {
      templateId: string;
      /** @enum {string} */
      kind: 'cancelled' | 'changed' | 'confirmed';
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
    VisitMessageDto: {
      kind: string;
      /** @enum {string} */
      channel: 'none' | 'subscribe';
      /** @enum {string} */
      state: 'failed' | 'not_allowed' | 'sending' | 'sent' | 'unknown';
      /** @description RFC 3339 in the store's offset. */
      at: string;
      reason: string | null;
    };
    VisitMessageListDto: {
      items: components['schemas']['VisitMessageDto'][];
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
  'StaffClients.get': {
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
          'application/json': components['schemas']['StaffClientView'];
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
        'application/json': components['schemas']['BookVisitDto'];
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
  'StaffAppointments.ofClient': {
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
          'application/json': components['schemas']['ClientVisitsDto'];
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
  'ClientMessages.templates': {
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
}
