package org.omnihall.hall.party;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to Areas, staff and roles. */
@Configuration
class PartyNavigation {

    @Bean
    static NavigationEntry areasLine() {
        return new NavigationEntry("/areas", "party.areas.title", "map-2", Right.NETWORK_SEE, Group.NETWORK, 90);
    }

    @Bean
    static NavigationEntry staffLine() {
        return new NavigationEntry(
                "/staff", "party.staff.title", "users-group", Right.STAFF_CHANGE, Group.ADMINISTRATION, 40);
    }

    @Bean
    static NavigationEntry rolesLine() {
        return new NavigationEntry(
                "/roles", "party.roles.title", "shield-check", Right.STAFF_CHANGE, Group.ADMINISTRATION, 50);
    }
}
