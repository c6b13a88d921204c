package org.omnihall.hall.interaction.screens;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to contacts and notices. */
@Configuration(proxyBeanMethods = false)
class InteractionNavigation {

    @Bean
    static NavigationEntry contactsLine() {
        return new NavigationEntry(
                "/contacts", "interaction.contacts.title", "list-details", Right.CUSTOMER_SEE, Group.CUSTOMERS, 60);
    }

    @Bean
    static NavigationEntry noticesLine() {
        return new NavigationEntry(
                "/notices", "interaction.notices.title", "alert-triangle", Right.CUSTOMER_SEE, Group.CUSTOMERS, 70);
    }
}
