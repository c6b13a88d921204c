package org.omnihall.hall.insight.pyramid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where tiers begin, in fen a month, the top first; the lowest takes everybody else and is not among them.
 *
 * <p>Two tiers that begin at one value leave the lower of them empty.
 */
record Tiering(List<Long> from) {

    Tiering {
        from = List.copyOf(from);
    }

    /** The place of who is worth so much, 1 the top. */
    int place(long fen) {
        for (int i = 0; i < from.size(); i++) {
            if (fen >= from.get(i)) {
                return i + 1;
            }
        }
        return from.size() + 1;
    }

    /** What each tier comes to. */
    List<TierFigure> figures(List<Bar> bars) {
        long[] customers = new long[from.size() + 1];
        List<BigInteger> sums = new ArrayList<>(java.util.Collections.nCopies(from.size() + 1, BigInteger.ZERO));
        for (Bar bar : bars) {
            int at = place(bar.fen()) - 1;
            customers[at] += bar.customers();
            sums.set(at, sums.get(at).add(BigInteger.valueOf(bar.fen()).multiply(BigInteger.valueOf(bar.customers()))));
        }
        List<TierFigure> figures = new ArrayList<>();
        for (int i = 0; i < customers.length; i++) {
            Optional<Long> begins = i < from.size() ? Optional.of(from.get(i)) : Optional.empty();
            figures.add(new TierFigure(i + 1, begins, customers[i], sums.get(i)));
        }
        return figures;
    }

    /** How many would come into a higher or a lower tier by other borders. */
    Moves movesTo(Tiering other, List<Bar> bars) {
        long up = 0;
        long down = 0;
        for (Bar bar : bars) {
            int moved = Integer.compare(other.place(bar.fen()), place(bar.fen()));
            up += moved < 0 ? bar.customers() : 0;
            down += moved > 0 ? bar.customers() : 0;
        }
        return new Moves(up, down);
    }

    /** Whether each tier is smaller than the one below it (requirement C16). */
    static boolean isPyramid(List<TierFigure> figures) {
        for (int i = 1; i < figures.size(); i++) {
            if (figures.get(i - 1).customers() >= figures.get(i).customers()) {
                return false;
            }
        }
        return true;
    }
}
