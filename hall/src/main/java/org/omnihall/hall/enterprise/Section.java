package org.omnihall.hall.enterprise;

import java.util.Optional;
import org.omnihall.hall.party.UserLogin.Role;

/** A part of the enterprise hall, with who comes in; its words are {@code enterprise.section.NAME}. */
public enum Section {
    HOME("/enterprise/home", "home"),
    SHOP("/enterprise", "building-store"),
    ORDERS("/enterprise/orders", "clipboard-list"),
    PRODUCTS("/enterprise/products", "list-details"),
    WIFI("/enterprise/wifi", "wifi"),
    COMPANY("/enterprise/company", "users");

    private final String path;
    private final String icon;

    Section(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** Whether it is shown to somebody; a visitor sees the shop alone. */
    public boolean isFor(Optional<Member> member) {
        return switch (this) {
            case SHOP -> true;
            case HOME -> member.isPresent();
            case ORDERS, PRODUCTS -> holds(member, Role.ADMIN, Role.BUYER, Role.FINANCE);
            case WIFI -> holds(member, Role.ADMIN, Role.BUYER);
            case COMPANY -> holds(member, Role.ADMIN);
        };
    }

    private static boolean holds(Optional<Member> member, Role... roles) {
        return member.filter(one -> one.holds(roles)).isPresent();
    }

    /** Whether the page at this address belongs to it. */
    public boolean leadsTo(String current) {
        return switch (this) {
            case SHOP -> current.equals(path) || current.startsWith("/enterprise/offerings");
            case ORDERS -> current.startsWith(path) || current.startsWith("/enterprise/carts");
            case HOME, PRODUCTS, WIFI, COMPANY -> current.startsWith(path);
        };
    }
}
