package org.omnihall.hall.party;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person of a company who signs in to the enterprise hall (requirement D1).
 *
 * @param login the name he signs in with, small letters
 * @param mustChange whether somebody else made his password, and he has not chosen his own yet
 * @param epoch rises with every new password and lock: sessions that began under an older one are over
 */
public record UserLogin(
        long id,
        long companyId,
        String login,
        String name,
        Msisdn phone,
        Set<Role> roles,
        boolean locked,
        boolean mustChange,
        int epoch,
        Optional<Instant> lastSignIn) {

    /** What he may do for his company; a person may hold several. */
    public enum Role {
        /** Keeps the company's people and their roles; agrees to orders above the limit. */
        ADMIN,
        /** Orders. */
        BUYER,
        /** Pays. */
        FINANCE,
        /** Sees what concerns himself. */
        MEMBER
    }

    public UserLogin {
        roles = Set.copyOf(roles);
    }
}
