package org.omnihall.hall.enterprise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.omnihall.hall.party.UserLogin;

/** The roles of which somebody holds one at least where he comes to a page of the enterprise hall; none named means that being signed in is enough. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {
    UserLogin.Role[] value();
}
