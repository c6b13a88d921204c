package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.Permissions;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.UserLogins;
import org.springframework.stereotype.Component;

/** Gathers what the rules of placing want to know. Products are held, so that two orders about one cannot both find it free. */
@Component
class PlacingFacts {

    private final Catalogue catalogue;
    private final Party party;
    private final Channels channels;
    private final ProductTable products;
    private final Trials trials;

    PlacingFacts(Catalogue catalogue, Party party, Channels channels, ProductTable products, Trials trials) {
        this.catalogue = catalogue;
        this.party = party;
        this.channels = channels;
        this.products = products;
        this.trials = trials;
    }

    /** What is asked of the catalogue. */
    @Component
    record Catalogue(Offerings offerings, Prices prices, Permissions permissions) {}

    /** What is asked of persons and companies. */
    @Component
    record Party(
            Companies companies,
            Subscribers subscribers,
            Parties parties,
            UserLogins logins,
            BillingAccounts accounts) {}

    PlacingRules.Facts of(Placing placing, Instant now) {
        Optional<Channel> channel = channels.find(placing.channel());
        List<BillingAccount> his = accounts(placing.buyer());
        Optional<BillingAccount> account = placing.account().isPresent()
                ? his.stream()
                        .filter(one -> one.id() == placing.account().get())
                        .findFirst()
                : his.stream()
                        .filter(one -> one.state() == BillingAccount.State.ACTIVE)
                        .findFirst();
        return new PlacingRules.Facts(
                placing,
                isKnown(placing.buyer()),
                switch (placing.buyer()) {
                    case Buyer.Person person -> Optional.empty();
                    case Buyer.Firm firm -> firm.user().flatMap(party.logins()::find);
                },
                account,
                channel.isPresent(),
                placing.wishes().stream()
                        .map(wish -> line(placing.buyer(), wish, channel, now))
                        .toList());
    }

    /** The price of a wish at a moment: nothing for a trial or an end. */
    Charges charges(Wish wish, Optional<Product> product, Instant now) {
        if (wish.trial() || wish.action() == ItemAction.TERMINATE) {
            return Charges.NONE;
        }
        ProductOffering offering = catalogue.offerings().find(wish.offering()).orElseThrow();
        Charges charges = Charges.of(catalogue.prices().of(offering, now), wish.quantity());
        boolean keeps = wish.action() == ItemAction.CHANGE
                && product.filter(one -> one.trialUntil().isEmpty()).isPresent();
        return keeps ? charges.goingOn() : charges;
    }

    Optional<Integer> trialDays(Wish wish) {
        return wish.trial()
                ? catalogue.offerings().find(wish.offering()).flatMap(ProductOffering::trialDays)
                : Optional.empty();
    }

    /** Where a company lies; for a person, where he was served. */
    String areaPath(Placing placing) {
        return switch (placing.buyer()) {
            case Buyer.Person person ->
                channels.find(placing.channel()).map(Channel::areaPath).orElse("/");
            case Buyer.Firm firm ->
                party.companies().find(firm.company()).orElseThrow().areaPath();
        };
    }

    private PlacingRules.Line line(Buyer buyer, Wish wish, Optional<Channel> channel, Instant now) {
        Optional<ProductOffering> offering = catalogue.offerings().find(wish.offering());
        Optional<Product> product = wish.product()
                .flatMap(products::locked)
                .filter(one -> Buyers.name(one.buyer()).equals(Buyers.name(buyer)));
        return new PlacingRules.Line(
                wish,
                offering,
                offering.filter(one -> isOffered(one, wish, buyer, now)).isPresent(),
                offering.flatMap(
                        one -> channel.map(where -> catalogue.permissions().mayComplete(one, where))),
                product,
                product.filter(one -> products.isBusy(one.id())).isPresent(),
                wish.trial() && trials.tried(buyer, wish.offering()));
    }

    private boolean isOffered(ProductOffering offering, Wish wish, Buyer buyer, Instant now) {
        List<ProductOffering> offered = wish.trial()
                ? catalogue.offerings().tryable(now, buyer.kind())
                : catalogue.offerings().sellable(now, buyer.kind());
        return offered.contains(offering);
    }

    private boolean isKnown(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person ->
                party.subscribers().numberOf(person.subscriber()).isPresent();
            case Buyer.Firm firm ->
                party.companies()
                        .find(firm.company())
                        .filter(company -> company.id() == firm.company())
                        .isPresent();
        };
    }

    private List<BillingAccount> accounts(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person ->
                party.parties()
                        .holderOf(person.subscriber())
                        .map(holder -> party.accounts().of(PartyRef.individual(holder.id())))
                        .orElse(List.of());
            case Buyer.Firm firm -> party.accounts().of(PartyRef.company(firm.company()));
        };
    }
}
