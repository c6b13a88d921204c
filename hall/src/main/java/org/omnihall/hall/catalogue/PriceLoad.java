package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/** The prices in a line of a file: oneTime and monthly in yuan, usage such as {@code SMS=0.05;GB=3.00}; empty says nothing. */
@Component
class PriceLoad {

    private static final int MOST_UNITS = 10;
    private static final Pattern USAGE = Pattern.compile("([^=;\\p{Cntrl}]{1,20})=([\\d.]{1,15})");

    private final Prices prices;
    private final OfferingTable table;
    private final Clock clock;

    PriceLoad(Prices prices, OfferingTable table, Clock clock) {
        this.prices = prices;
        this.table = table;
        this.clock = clock;
    }

    /** The prices that the line names, with their faults told to it. */
    List<Price> read(Typed in) {
        List<Price> wanted = new ArrayList<>();
        for (Price.Kind kind : List.of(Price.Kind.ONE_TIME, Price.Kind.MONTHLY)) {
            in.maybeFen(column(kind), Price.MOST_FEN).ifPresent(fen -> wanted.add(price(in, kind, "", fen)));
        }
        for (String one : in.has("usage") ? List.of(in.text("usage").split(" *; *", MOST_UNITS)) : List.<String>of()) {
            Matcher read = USAGE.matcher(one);
            Optional<Long> fen = read.matches()
                    ? Amounts.fen(read.group(2)).filter(amount -> amount <= Price.MOST_FEN)
                    : Optional.empty();
            fen.ifPresentOrElse(
                    amount ->
                            wanted.add(price(in, Price.Kind.USAGE, read.group(1).strip(), amount)),
                    () -> in.wrong("usage", "catalogue.fault.USAGE"));
        }
        return wanted;
    }

    /** Sets those that differ from what holds now. */
    void write(List<Price> wanted, Typed in, String actor) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Price> holding = PriceList.at(table.shelf().prices(in.text("code")), clock.instant())
                .prices();
        for (Price price : wanted) {
            boolean same = holding.stream().anyMatch(now -> now.isOfSameThing(price) && now.fen() == price.fen());
            if (!same && prices.setNow(price, actor) instanceof OfferingChange.Refused no) {
                in.wrong(
                        column(price.kind()), "catalogue.refused." + no.reason().name());
            }
        }
    }

    /** What a file shows of the prices by use. */
    static String usage(PriceList prices) {
        return prices.usage().stream()
                .map(price -> price.unit() + "=" + Amounts.yuan(price.fen()))
                .collect(Collectors.joining(";"));
    }

    private static String column(Price.Kind kind) {
        return switch (kind) {
            case ONE_TIME -> "oneTime";
            case MONTHLY -> "monthly";
            case USAGE -> "usage";
        };
    }

    private static Price price(Typed in, Price.Kind kind, String unit, long fen) {
        return new Price(0, in.text("code"), kind, unit, fen, Instant.EPOCH);
    }
}
