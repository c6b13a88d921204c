package org.omnihall.hall.party.customer;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to customers. */
@Configuration
class CustomerNavigation {

    @Bean
    static NavigationEntry companiesLine() {
        return new NavigationEntry(
                "/companies", "party.companies.title", "building", Right.CUSTOMER_SEE, Group.CUSTOMERS, 10);
    }

    @Bean
    static NavigationEntry personsLine() {
        return new NavigationEntry("/persons", "party.persons.title", "users", Right.CUSTOMER_SEE, Group.CUSTOMERS, 20);
    }

    @Bean
    static NavigationEntry gridsLine() {
        return new NavigationEntry("/grids", "party.grids.title", "sitemap", Right.CUSTOMER_SEE, Group.CUSTOMERS, 30);
    }

    @Bean
    static NavigationEntry tiersLine() {
        return new NavigationEntry(
                "/tier-rules", "party.tiers.title", "adjustments-horizontal", Right.CUSTOMER_SEE, Group.CUSTOMERS, 40);
    }

    @Bean
    static NavigationEntry duplicatesLine() {
        return new NavigationEntry(
                "/duplicates", "party.duplicates.title", "copy", Right.CUSTOMER_CHANGE, Group.CUSTOMERS, 50);
    }
}
