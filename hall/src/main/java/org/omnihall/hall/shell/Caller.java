package org.omnihall.hall.shell;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The member of the staff who asks. A controller takes him as a parameter; elsewhere in a request's thread {@link #current()} gives him.
 *
 * @param login the name he signs in with, and the actor in the audit trail
 * @param name how he is called
 * @param rights what he may do
 * @param areaPath the Area he answers for, such as {@code /zj/hz/}; {@code /} is the whole operator
 */
public record Caller(String login, String name, Set<Right> rights, String areaPath) {

    public Caller {
        rights = Set.copyOf(rights);
    }

    /**
     * The caller of the request that this thread serves.
     *
     * @throws IllegalStateException where nobody is signed in, which a guarded page never meets
     */
    public static Caller current() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody is signed in");
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether a thing in the Area of this path is his business. */
    public boolean covers(String path) {
        return path.startsWith(areaPath);
    }

    /**
     * The login of somebody who answers for the whole operator, who alone may change what belongs to it.
     *
     * @throws AccessDeniedException where he answers for a part of it only
     */
    public String whole() {
        if (!covers("/")) {
            throw new AccessDeniedException("not the whole operator's");
        }
        return login;
    }
}
