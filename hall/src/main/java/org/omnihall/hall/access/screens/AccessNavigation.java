package org.omnihall.hall.access.screens;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to the wireless city. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    static NavigationEntry onlineLine() {
        return new NavigationEntry("/online", "access.online.title", "wifi", Right.SESSION_SEE, Group.PEOPLE, 10);
    }

    @Bean
    static NavigationEntry historyLine() {
        return new NavigationEntry("/sessions", "access.history.title", "history", Right.SESSION_SEE, Group.PEOPLE, 20);
    }

    @Bean
    static NavigationEntry traceLine() {
        return new NavigationEntry(
                "/trace", "access.trace.title", "report-search", Right.SESSION_SEE, Group.PEOPLE, 30);
    }

    @Bean
    static NavigationEntry packetsLine() {
        return new NavigationEntry("/packets", "access.packets.title", "route", Right.SESSION_SEE, Group.PEOPLE, 35);
    }

    @Bean
    static NavigationEntry accountsLine() {
        return new NavigationEntry("/accounts", "access.account.title", "key", Right.ACCOUNT_CHANGE, Group.PEOPLE, 40);
    }

    @Bean
    static NavigationEntry funnelLine() {
        return new NavigationEntry(
                "/funnel", "access.funnel.title", "chart-funnel", Right.SESSION_SEE, Group.OVERVIEW, 20);
    }

    @Bean
    static NavigationEntry controllersLine() {
        return new NavigationEntry(
                "/controllers", "access.controller.title", "server-2", Right.NETWORK_SEE, Group.NETWORK, 10);
    }

    @Bean
    static NavigationEntry protectionLine() {
        return new NavigationEntry(
                "/protection", "access.protection.title", "shield-check", Right.NETWORK_SEE, Group.NETWORK, 15);
    }

    @Bean
    static NavigationEntry venuesLine() {
        return new NavigationEntry(
                "/venues", "access.venue.title", "building-store", Right.NETWORK_SEE, Group.NETWORK, 20);
    }

    @Bean
    static NavigationEntry accessPointsLine() {
        return new NavigationEntry(
                "/access-points", "access.ap.title", "building-broadcast-tower", Right.NETWORK_SEE, Group.NETWORK, 30);
    }

    @Bean
    static NavigationEntry ssidsLine() {
        return new NavigationEntry(
                "/ssids", "access.ssid.title", "antenna-bars-5", Right.NETWORK_SEE, Group.NETWORK, 40);
    }

    @Bean
    static NavigationEntry profilesLine() {
        return new NavigationEntry(
                "/profiles", "access.profile.title", "adjustments-horizontal", Right.NETWORK_SEE, Group.NETWORK, 50);
    }

    @Bean
    static NavigationEntry redirectMapsLine() {
        return new NavigationEntry(
                "/redirect-maps", "access.map.title", "switch-horizontal", Right.NETWORK_SEE, Group.NETWORK, 60);
    }

    @Bean
    static NavigationEntry realmsLine() {
        return new NavigationEntry("/realms", "access.realm.title", "world", Right.NETWORK_SEE, Group.NETWORK, 70);
    }

    @Bean
    static NavigationEntry radsecPeersLine() {
        return new NavigationEntry(
                "/radsec-peers", "access.radsec.title", "shield-lock", Right.NETWORK_SEE, Group.NETWORK, 80);
    }

    @Bean
    static NavigationEntry figuresLine() {
        return new NavigationEntry(
                "/figures", "access.figures.title", "settings", Right.NETWORK_SEE, Group.ADMINISTRATION, 10);
    }
}
