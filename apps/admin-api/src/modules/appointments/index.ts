export { AdvanceAppointment, type Step } from './advance-appointment.js';
export { AppointmentQueries } from './appointment-queries.js';
export { AppointmentsModule } from './appointments.module.js';
export { BookAppointment, type BookingRequest } from './book-appointment.js';
export { CancelAppointment } from './cancel-appointment.js';
export { visitById, wasServed, type VisitDetail } from './data/visit-reads.js';
export { VISIT_FIELDS, type WordedVisit } from './data/visit-words.js';
export { MoveAppointment, type MoveRequest } from './move-appointment.js';
