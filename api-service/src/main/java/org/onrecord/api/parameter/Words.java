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
import jakarta.validation.constraints.Size;

/** Words to search for, in the way of web search engines; null where the parameter is not given. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
// PostgreSQL refuses a word of more than 2,046 bytes.
@Size(max = 500, message = "must be at most 500 characters")
@Constraint(validatedBy = Words.Validator.class)
public @interface Words {

    String message() default "must hold at least one letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Words, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || value.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }
}
