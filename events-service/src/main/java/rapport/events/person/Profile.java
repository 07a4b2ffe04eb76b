package rapport.events.person;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text must be the address of a profile of this kind. Null passes. */
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Profile.Check.class)
@interface Profile {
    ProfileKind value();

    String message() default "must be the address of a public profile";

    String code() default "wrong-profile";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides, and says what would have been right. */
    class Check implements ConstraintValidator<Profile, String> {
        private ProfileKind kind;

        @Override
        public void initialize(Profile profile) {
            kind = profile.value();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null || kind.canonical(value).isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be " + kind.meaning())
                    .addConstraintViolation();
            return false;
        }
    }
}
