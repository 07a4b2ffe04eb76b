package rapport.kit.lifecycle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process of every service begins. */
@QuarkusMain
public class ServiceMain {
    /**
     * The container would answer a malformed address with an empty body before the kit sees it. The kit refuses the same addresses
     * with a problem document. Read once, when the class that serves HTTP is loaded.
     */
    public static final String ADDRESSES_ARE_LEFT_TO_THE_KIT = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        System.setProperty(ADDRESSES_ARE_LEFT_TO_THE_KIT, "true");
        Quarkus.run(arguments);
    }
}
