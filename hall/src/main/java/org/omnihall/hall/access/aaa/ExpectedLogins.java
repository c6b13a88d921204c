package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.octets.MacAddress;

/** The logins that our own pages have sent towards an access controller and that RADIUS is about to see. Kept by {@code access.login}. */
public interface ExpectedLogins {

    /** Whether a page may have sent this user at all; tells without waiting, where {@link #find} asks the database. */
    boolean mayHaveSent(String user);

    /**
     * The live attempt of a user at a controller. Where there are several, the one of the same device; where none is of the same device, the
     * newest one, so that the mismatch can be named.
     *
     * @param user the User-Name without a domain, as it was handed to the controller
     * @param mac the device's address where the controller told it
     * @param ip the device's address where the controller told it
     */
    Optional<ExpectedLogin> find(long controllerId, String user, Optional<MacAddress> mac, Optional<InetAddress> ip);
}
