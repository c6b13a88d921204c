package org.omnihall.hall.enterprise;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.UserLogin;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody of a company who is signed in to the enterprise hall, as he stands at this request. A controller takes him as a parameter. */
public record Member(UserLogin user, Company company) {

    /** Under which name a session keeps his visit, which ends with the sign-out or when somebody else signs in. */
    public static final String VISIT = "ENTERPRISE_VISIT";

    /** Who asks in the request that this thread serves; nobody on a page for visitors. */
    public static Optional<Member> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> signedIn.getPrincipal() instanceof Member)
                .map(signedIn -> (Member) signedIn.getPrincipal());
    }

    /** Whether he holds one of these roles. */
    public boolean holds(UserLogin.Role... some) {
        Set<UserLogin.Role> his = user.roles();
        return Stream.of(some).anyMatch(his::contains);
    }

    /** Whether an order, a cart or a product of this buyer is his company's. */
    public boolean owns(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> false;
            case Buyer.Firm firm -> firm.company() == company.id();
        };
    }

    public Buyer.Firm buyer() {
        return new Buyer.Firm(company.id(), Optional.of(user.id()));
    }

    public By by(ChannelId channel) {
        return new By(actor(), Optional.of(user.id()), channel);
    }

    /** How the audit trail names him. */
    public String actor() {
        return "user:" + user.login();
    }
}
