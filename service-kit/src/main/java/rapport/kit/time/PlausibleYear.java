package rapport.kit.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * The year of a date that a person entered is from 2000 to 2100; anything else is a slip of the finger. An {@code Instant} is
 * judged in UTC, everything else as it is written. Device clocks are not dates that a person entered.
 */
@Documented
@Constraint(validatedBy = PlausibleYear.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleYear {
    String message() default "the year has to be from 2000 to 2100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The code of the fault in a problem document. */
    String code() default "out-of-range";

    /** Accepts null, as constraints do. */
    final class Check implements ConstraintValidator<PlausibleYear, TemporalAccessor> {
        private static final int FIRST = 2000;
        private static final int LAST = 2100;

        @Override
        public boolean isValid(TemporalAccessor date, ConstraintValidatorContext context) {
            return switch (date) {
                case null -> true;
                // Not by its year: the first and the last instant of Java are in years that no date can have.
                case Instant instant -> !instant.isBefore(startOf(FIRST)) && instant.isBefore(startOf(LAST + 1));
                default -> date.get(ChronoField.YEAR) >= FIRST && date.get(ChronoField.YEAR) <= LAST;
            };
        }

        private static Instant startOf(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
