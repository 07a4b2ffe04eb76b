package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.links.LinkConfig;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;

/** Makes the links of a delivery. */
@ApplicationScoped
public class MailLinkMaker {

    private static final String REPLY = "reply+";

    private final Links links;
    private final String base;
    private final Optional<String> replyDomain;

    public MailLinkMaker(Links links, LinkConfig linkConfig, MailConfig config) {
        this.links = links;
        this.base = linkConfig.base();
        this.replyDomain = config.replyDomain();
    }

    /** The links that go with this delivery. */
    public MailLinks of(UUID deliveryId) {
        return made(
                links.token(LinkPurpose.STOP, deliveryId),
                links.token(LinkPurpose.BOUNDARY, deliveryId),
                links.token(LinkPurpose.REPLY, deliveryId));
    }

    /**
     * Links as long as the real ones that open nothing, for everybody but the recipient: the letter x stands in no token. So the
     * sender sees the message as it will be and cannot answer in the recipient's place.
     */
    public MailLinks hidden(UUID deliveryId) {
        String nothing = "x".repeat(links.token(LinkPurpose.STOP, deliveryId).length());
        return made(nothing, nothing, nothing);
    }

    private MailLinks made(String stop, String rules, String reply) {
        return new MailLinks(
                base + "/stop/" + stop,
                base + "/rules/" + rules,
                replyDomain.map(domain -> REPLY + reply + "@" + domain).orElse(null));
    }
}
