package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.links.LinkConfig;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;

/** Makes the links and the addresses that go with a message. */
@ApplicationScoped
public class MailLinkMaker {

    /** What the local parts of addresses begin with whose rest is a token. */
    public static final String LOCAL = "reply+";

    private final Links links;
    private final String base;
    private final Optional<String> replyDomain;

    public MailLinkMaker(Links links, LinkConfig linkConfig, MailConfig config) {
        this.links = links;
        this.base = linkConfig.base();
        this.replyDomain = config.replyDomain();
    }

    MailLinks of(OutgoingMail mail) {
        return new MailLinks(
                page("stop", LinkPurpose.STOP, mail),
                page("rules", LinkPurpose.BOUNDARY, mail),
                replyAddress(mail.answers(), mail.preview()));
    }

    /** The address of the page on which a request to write is answered. */
    public String request(UUID deliveryId) {
        return base + "/requests/" + links.token(LinkPurpose.REQUEST, deliveryId);
    }

    /** The address of the page on which collected questions are answered. */
    public String questions(UUID deliveryId) {
        return base + "/answers/" + links.token(LinkPurpose.QUESTIONS, deliveryId);
    }

    /** Where servers return what they cannot deliver; empty when nothing arrives here. */
    public Optional<String> bounceAddress(UUID deliveryId) {
        return replyDomain.map(domain -> LOCAL + links.token(LinkPurpose.REPLY, deliveryId) + "@" + domain);
    }

    private String page(String page, LinkPurpose purpose, OutgoingMail mail) {
        return base + "/" + page + "/" + token(purpose, mail.deliveryId(), mail.preview());
    }

    private String replyAddress(Answers answers, boolean preview) {
        return answers.path() == null
                ? null
                : replyDomain
                        .map(domain -> LOCAL + token(answers.path(), answers.deliveryId(), preview) + "@" + domain)
                        .orElse(null);
    }

    /**
     * In a preview, as many letters that open nothing, for the letter x stands in no token: so the sender sees the message as it
     * will be and cannot answer in the recipient's place.
     */
    private String token(LinkPurpose purpose, UUID deliveryId, boolean preview) {
        String token = links.token(purpose, deliveryId);
        return preview ? "x".repeat(token.length()) : token;
    }
}
