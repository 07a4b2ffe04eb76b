package rapport.followup.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Finds the templates that somebody may use: those that come with the product, and their own. */
@ApplicationScoped
public class Templates {

    private final BuiltInTemplates builtIn;
    private final TemplateTable own;

    Templates(BuiltInTemplates builtIn, TemplateTable own) {
        this.builtIn = builtIn;
        this.own = own;
    }

    /** @throws NotFound when there is none in this language */
    public FoundTemplate require(String owner, String reference, TemplateLocale locale) {
        if (Ids.isUuid(reference)) {
            OwnTemplate template = own.require(owner, UUID.fromString(reference));
            return template.texts().stream()
                    .filter(text -> text.locale() == locale)
                    .findFirst()
                    .map(text -> new FoundTemplate(
                            reference, template.version(), locale, new TemplateText(text.subject(), text.body())))
                    .orElseThrow(() -> new NotFound("template"));
        }
        TemplateText text = builtIn.find(reference, locale).orElseThrow(() -> new NotFound("template"));
        return new FoundTemplate(reference, BuiltInTemplates.VERSION, locale, text);
    }
}
