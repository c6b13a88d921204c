package org.omnihall.hall.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** Answers a group of inquiries at once: reads what is known of its customers, decides each, writes all of them by one statement. */
@Component
class Choosing {

    private final CustomerBands bands;
    private final Subscribers subscribers;
    private final ChoiceBook book;

    Choosing(CustomerBands bands, Subscribers subscribers, ChoiceBook book) {
        this.bands = bands;
        this.subscribers = subscribers;
        this.book = book;
    }

    /** The answers in the order of the inquiries; what was chosen is durable then, or with the transaction of the caller. */
    List<SlotAnswer> answer(List<SlotInquiry> group) {
        Map<Long, CustomerBand> banded = bands.of(group.stream()
                .flatMap(inquiry -> inquiry.request().subscriber().stream())
                .collect(Collectors.toSet()));
        Set<Long> strangers = strangers(group, banded.keySet());
        Map<UUID, ChoiceRecord> decided = new LinkedHashMap<>();
        for (SlotInquiry inquiry : group) {
            if (isAsked(inquiry, strangers)) {
                ChoiceRecord choice = inquiry.decide(
                        inquiry.request().subscriber().flatMap(id -> Optional.ofNullable(banded.get(id))));
                decided.putIfAbsent(choice.choice().id(), choice);
            }
        }
        Map<UUID, SlotAnswer.Chosen> chosen = kept(decided, group.getFirst().policy());
        List<SlotAnswer> answers = new ArrayList<>(group.size());
        group.forEach(inquiry -> answers.add(
                Optional.<SlotAnswer>ofNullable(chosen.get(inquiry.request().choice()))
                        .orElseGet(SlotAnswer.UnknownCustomer::new)));
        return answers;
    }

    /** One journey gets one answer in each place: where it had one, that one counts. */
    private Map<UUID, SlotAnswer.Chosen> kept(Map<UUID, ChoiceRecord> decided, Policy policy) {
        Map<UUID, SlotAnswer.Chosen> chosen = new HashMap<>();
        Set<UUID> written = book.write(decided.values());
        decided.values().stream()
                .filter(choice -> written.contains(choice.choice().id()))
                .forEach(choice -> chosen.put(choice.choice().id(), choice.answer()));
        Set<UUID> before = new HashSet<>(decided.keySet());
        before.removeAll(written);
        book.find(before).forEach((id, known) -> chosen.put(id, known.answer(id, policy)));
        return chosen;
    }

    /** Customers without a value that nobody has heard of. Asked for where an outsider named the customer, who may name anybody. */
    private Set<Long> strangers(List<SlotInquiry> group, Set<Long> known) {
        Set<Long> doubtful = group.stream()
                .filter(inquiry -> inquiry.telling().isPresent())
                .flatMap(inquiry -> inquiry.request().subscriber().stream())
                .filter(id -> !known.contains(id))
                .collect(Collectors.toSet());
        if (!doubtful.isEmpty()) {
            doubtful.removeAll(subscribers.numbersOf(doubtful).keySet());
        }
        return doubtful;
    }

    private static boolean isAsked(SlotInquiry inquiry, Set<Long> strangers) {
        return inquiry.telling().isEmpty()
                || inquiry.request().subscriber().filter(strangers::contains).isEmpty();
    }
}
