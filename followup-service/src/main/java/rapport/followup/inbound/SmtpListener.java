package rapport.followup.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SessionHandler;
import rapport.kit.lifecycle.ShutdownStep;

/** The SMTP server at which answers and bounces arrive. It takes mail for addresses of its own and passes none on. */
@ApplicationScoped
class SmtpListener {

    private static final Logger LOG = Logger.getLogger(SmtpListener.class);
    private static final int MOST_RECIPIENTS = 10;

    private final InboundConfig config;
    private final Inbox inbox;
    private final ReplyAddresses addresses;
    private SMTPServer server;

    SmtpListener(InboundConfig config, Inbox inbox, ReplyAddresses addresses) {
        this.config = config;
        this.inbox = inbox;
        this.addresses = addresses;
    }

    void start(@Observes StartupEvent event) {
        if (config.smtp()) {
            server = server(config);
            server.start();
            LOG.infof("mail is taken: port=%d", server.getPortAllocated());
        }
    }

    /** A conversation under way is finished by its client elsewhere: mail that was not acknowledged comes again. */
    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent event) {
        if (server != null) {
            server.stop();
        }
    }

    SMTPServer server(InboundConfig settings) {
        return SMTPServer.port(settings.port())
                .bindAddress(address(settings.host()))
                .softwareName("Rapport")
                .connectionTimeout(Math.toIntExact(settings.timeout().toSeconds()), TimeUnit.SECONDS)
                .maxConnections(settings.connections())
                .maxMessageSize(settings.maxSize())
                .maxRecipients(MOST_RECIPIENTS)
                .insertReceivedHeaders(false)
                .sessionHandler(SessionHandler.limitConcurrentSessionsBySource(settings.connectionsPerHost()))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new MailTaker(inbox, addresses, settings.maxSize()))
                .build();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("followup.inbound.host is no address of this machine", e);
        }
    }
}
