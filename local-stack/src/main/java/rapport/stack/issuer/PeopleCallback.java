package rapport.stack.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import rapport.stack.parts.DemoPerson;

/** Answers the token endpoint: by the password grant a demo person signs in with the user name alone. */
final class PeopleCallback implements OAuth2TokenCallback {
    private final String issuer;

    PeopleCallback(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public String issuerId() {
        return Issuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return person(request).subject();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(Issuer.AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var claims = new HashMap<>(person(request).claims());
        // The server would name itself as the caller addressed it; the services accept one name only.
        claims.put("iss", issuer);
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return Issuer.LIFETIME.toSeconds();
    }

    private static DemoPerson person(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant grant) {
            try {
                return DemoPerson.of(grant.getUsername());
            } catch (IllegalArgumentException unknown) {
                throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, unknown.getMessage());
            }
        }
        throw new OAuth2Exception(OAuth2Error.UNSUPPORTED_GRANT_TYPE, "sign in by the password grant");
    }
}
