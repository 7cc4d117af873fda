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

import org.onrecord.api.entity.NameKey;

/** A name in any spelling, or the id of an entity; null where the parameter is not given. */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Size(max = 200, message = "must be at most 200 characters")
@Constraint(validatedBy = NameOrId.Validator.class)
public @interface NameOrId {

    String message() default "must hold at least one letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<NameOrId, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || !NameKey.of(value).isEmpty();
        }
    }
}
