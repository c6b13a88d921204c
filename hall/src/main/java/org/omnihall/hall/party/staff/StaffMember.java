package org.omnihall.hall.party.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of the operator's people, without his password. */
public record StaffMember(
        String login,
        String name,
        List<String> roles,
        String areaPath,
        boolean locked,
        boolean mustChange,
        int epoch,
        Optional<Instant> lastSignIn) {

    public StaffMember {
        roles = List.copyOf(roles);
    }
}
