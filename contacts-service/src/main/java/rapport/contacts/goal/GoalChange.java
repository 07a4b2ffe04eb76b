package rapport.contacts.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import rapport.kit.edit.Change;

/** A merge patch of a goal; lists are replaced as a whole. */
record GoalChange(
        Change<@NotBlank @Size(max = 500) String> statement,
        Change<@NotNull Wish> wish,
        Change<@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 60) String>> topics,
        Change<@Size(max = 10) List<@NotBlank @Size(max = 3) String>> languages,
        Change<@NotNull CareerStage> careerStage) {}
