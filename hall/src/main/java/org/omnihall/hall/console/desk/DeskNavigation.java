package org.omnihall.hall.console.desk;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the side bar that leads to the desk. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

    @Bean
    static NavigationEntry deskLine() {
        return new NavigationEntry(
                "/desk", "console.desk.title", "user-check", Right.DESK_SERVE, NavigationEntry.Group.CUSTOMERS, 5);
    }
}
