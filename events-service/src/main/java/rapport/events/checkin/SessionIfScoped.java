package rapport.events.checkin;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;

/** The scope SESSION names a session, the scope EVENT none. */
@Documented
@Constraint(validatedBy = SessionIfScoped.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SessionIfScoped {
    String message() default "the scope SESSION needs a session, and EVENT has none";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The code of the fault in a problem document. */
    String code() default "scope-mismatch";

    /** What happens at a door. */
    interface Door {
        Scope scope();

        UUID sessionId();
    }

    /** Puts the fault where the session stands. */
    final class Check implements ConstraintValidator<SessionIfScoped, Door> {
        @Override
        public boolean isValid(Door door, ConstraintValidatorContext context) {
            if (door == null || door.scope() == null || (door.scope() == Scope.SESSION) == (door.sessionId() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("sessionId")
                    .addConstraintViolation();
            return false;
        }
    }
}
