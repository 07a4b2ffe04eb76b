package rapport.kit.edit;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints on the type argument of {@link Change} see the new value; a member that was left out has none. */
public final class ChangeValueExtractor implements ValueExtractor<Change<@ExtractedValue ?>> {

    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        if (change.isPresent()) {
            receiver.value(null, change.or(null));
        }
    }
}
