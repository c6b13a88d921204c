package org.omnihall.hall.enterprise;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.party.UserLogin.Role;

/** A part of the enterprise hall, with who comes in; its words are {@code enterprise.section.NAME}. */
public enum Section {
    HOME("/enterprise/home", "home"),
    SHOP("/enterprise", "building-store"),
    ORDERS("/enterprise/orders", "clipboard-list", Role.ADMIN, Role.BUYER, Role.FINANCE),
    PRODUCTS("/enterprise/products", "list-details", Role.ADMIN, Role.BUYER, Role.FINANCE),
    WIFI("/enterprise/wifi", "wifi", Role.ADMIN, Role.BUYER),
    COMPANY("/enterprise/company", "users", Role.ADMIN);

    private final String path;
    private final String icon;
    private final List<Role> roles;

    Section(String path, String icon, Role... roles) {
        this.path = path;
        this.icon = icon;
        this.roles = List.of(roles);
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** Whether it is shown to somebody; a visitor sees the shop alone. */
    public boolean isFor(Optional<Member> member) {
        return this == SHOP
                || member.filter(one -> roles.isEmpty() || one.holds(roles.toArray(Role[]::new)))
                        .isPresent();
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
