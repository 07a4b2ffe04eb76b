package rapport.events.scannerpack;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public key of packs as a JSON Web Key (RFC 8037). */
@Schema(
        requiredProperties = {"kty", "crv", "alg", "use", "kid", "x"},
        examples = """
                {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                 "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""")
record PackKey(String kty, String crv, String alg, String use, String kid, String x) {
    static PackKey of(String kid, String x) {
        return new PackKey("OKP", "Ed25519", "EdDSA", "sig", kid, x);
    }
}
