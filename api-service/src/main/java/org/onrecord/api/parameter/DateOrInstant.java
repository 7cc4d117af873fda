package org.onrecord.api.parameter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An ISO 8601 date, or date and time with zone; null where the parameter is not given. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DateOrInstant.Validator.class)
public @interface DateOrInstant {

    String message() default
            "must be an ISO 8601 date or date and time with zone, of the years 0001 to 9999,"
                    + " such as 2014-05-01 or 2014-05-01T12:00:00Z";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<DateOrInstant, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || Period.starting(value).isPresent();
        }
    }
}
