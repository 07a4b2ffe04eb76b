package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.mail.MailConfig;
import rapport.followup.mail.MailLinkMaker;

/** The addresses at which mail arrives here: those with a token, and the one that messages come from. Nothing else is taken. */
@ApplicationScoped
class ReplyAddresses {

    private final Links links;
    private final MailConfig config;

    ReplyAddresses(Links links, MailConfig config) {
        this.links = links;
        this.config = config;
    }

    /** The delivery in a reply address of ours. */
    Optional<UUID> open(LinkPurpose purpose, String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || config.replyDomain().isEmpty()) {
            return Optional.empty();
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        boolean ours =
                address.substring(at + 1).equalsIgnoreCase(config.replyDomain().get())
                        && local.startsWith(MailLinkMaker.LOCAL);
        return ours ? links.open(purpose, local.substring(MailLinkMaker.LOCAL.length())) : Optional.empty();
    }

    /** Whether mail to it is taken; for everything else this server is not the right one, and it passes nothing on. */
    boolean takes(String address) {
        return address.equalsIgnoreCase(config.sender())
                || open(LinkPurpose.REPLY, address).isPresent()
                || open(LinkPurpose.OWNER_REPLY, address).isPresent();
    }
}
