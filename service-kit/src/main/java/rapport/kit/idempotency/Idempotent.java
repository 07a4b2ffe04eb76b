package rapport.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource's POST method: the method runs in one transaction, and a request that carries {@code Idempotency-Key}
 * (1 to 128 visible ASCII characters) takes effect once. The same key with the same content is answered with the stored
 * answer and {@code Idempotency-Replayed: true}, with other content 422, while the first one still runs 409 with
 * {@code Retry-After}. Keys belong to the caller, the method and the path, and are kept for 72 hours. An answer is stored in
 * the transaction of the effect, so an attempt that fails leaves no key behind.
 *
 * <p>The content that is compared is made of the method's arguments. The method has to be blocking and must not answer with a
 * stream.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
