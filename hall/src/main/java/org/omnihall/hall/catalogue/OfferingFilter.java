package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Locale;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;

/**
 * Which offerings are looked for; texts that name nothing ask for nothing.
 *
 * @param text part of a name or the code
 */
record OfferingFilter(String text, String family, String state, String buyer) {

    /** A page of them, in the order of codes. */
    Slice<ProductOffering> page(List<ProductOffering> all, Paging paging) {
        String after = paging.after().map(List::getFirst).orElse("");
        List<ProductOffering> rows = all.stream()
                .filter(one -> one.code().compareTo(after) > 0 && takes(one))
                .limit(paging.limit())
                .toList();
        return paging.slice(rows, one -> List.of(one.code()));
    }

    private boolean takes(ProductOffering one) {
        String looked = text.strip().toLowerCase(Locale.ROOT);
        boolean named = one.texts().name().toLowerCase(Locale.ROOT).contains(looked)
                || one.texts().englishName().toLowerCase(Locale.ROOT).contains(looked)
                || one.code().contains(looked);
        return named
                && (family.isEmpty() || one.family().name().equals(family))
                && (state.isEmpty() || one.state().name().equals(state))
                && (buyer.isEmpty()
                        || one.buyers().stream().anyMatch(kind -> kind.name().equals(buyer)));
    }
}
