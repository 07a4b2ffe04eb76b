package rapport.kit.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/** Makes {@code @Size} of a text count characters as people do, in code points: an emoji outside the BMP is one, not two. */
public final class CodePointSize implements ConstraintValidator<Size, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max;
    }
}
