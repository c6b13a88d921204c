package org.omnihall.hall.party.numbers;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to what is known of numbers. */
@Configuration
class NumberNavigation {

    @Bean
    static NavigationEntry lookUpLine() {
        return new NavigationEntry("/numbers", "party.lookUp.title", "phone", Right.NUMBER_SEE, Group.PEOPLE, 50);
    }

    @Bean
    static NavigationEntry planLine() {
        return new NavigationEntry(
                "/number-plan", "party.plan.title", "hash", Right.NUMBER_PLAN_CHANGE, Group.ADMINISTRATION, 12);
    }

    @Bean
    static NavigationEntry portedLine() {
        return new NavigationEntry(
                "/ported-numbers",
                "party.ported.title",
                "device-mobile",
                Right.NUMBER_PLAN_CHANGE,
                Group.ADMINISTRATION,
                14);
    }

    @Bean
    static NavigationEntry listLine() {
        return new NavigationEntry(
                "/number-list", "party.list.title", "ban", Right.NUMBER_PLAN_CHANGE, Group.ADMINISTRATION, 16);
    }
}
