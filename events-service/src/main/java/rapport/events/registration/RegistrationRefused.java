package rapport.events.registration;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a registration cannot be as it was asked for. */
abstract sealed class RegistrationRefused extends Refused {
    private RegistrationRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private RegistrationRefused(String code, Fault fault) {
        super(code, fault);
    }

    static final class NotYourAddress extends RegistrationRefused {
        NotYourAddress() {
            super(
                    "not-your-address",
                    new Fault(
                            "/email",
                            "not-your-address",
                            "You can register the verified address of your sign-in only."));
        }
    }

    static final class AddressMissing extends RegistrationRefused {
        AddressMissing() {
            super("address-missing", new Fault("/email", "required", "Staff has to say whom it registers."));
        }
    }

    static final class ExternalIdTaken extends RegistrationRefused {
        ExternalIdTaken() {
            super(ProblemKind.CONFLICT, "external-id-taken", "This external id belongs to another registration.");
        }
    }

    static final class StillReferred extends RegistrationRefused {
        StillReferred() {
            super(
                    ProblemKind.CONFLICT,
                    "still-referred",
                    "A webinar report or a certificate refers to it: take that back first.");
        }
    }

    static final class EventFull extends RegistrationRefused {
        EventFull() {
            super(ProblemKind.CONFLICT, "event-full", "The event has no free place.");
        }
    }

    static final class StaffDecides extends RegistrationRefused {
        StaffDecides() {
            super(ProblemKind.FORBIDDEN, "staff-role", "The staff of the event decides about this.");
        }
    }

    static final class NoSuchStep extends RegistrationRefused {
        NoSuchStep(RegistrationStatus from) {
            super(
                    ProblemKind.CONFLICT,
                    "registration-state",
                    "The registration is " + from + ": this step is not possible.");
        }
    }
}
