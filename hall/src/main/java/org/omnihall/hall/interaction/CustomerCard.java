package org.omnihall.hall.interaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.party.ConsentPurpose;

/**
 * What every touchpoint knows of one customer (requirement B23). All see the same version; which fields a class of channels gets is said by
 * {@link CardView}, and what it does not get is empty here.
 *
 * @param version counts the changes of what others pushed; 0 where nobody pushed anything yet
 * @param number masked
 * @param allowed what the customer allows us to do, by his newest words
 * @param recommendations those that still hold, the first to be offered first
 * @param history the newest contacts, the newest first
 * @param preference channels, the most preferred first
 * @param notices anomalies where the touchpoint or the customer is
 * @param seen the fields that this card shows, filled or not
 */
public record CustomerCard(
        long subscriber,
        long version,
        String number,
        Optional<Holder> holder,
        Set<ConsentPurpose> allowed,
        List<Recommendation> recommendations,
        List<LoggedContact> history,
        List<ChannelPreference> preference,
        List<StateLine> state,
        Optional<CustomerValue> value,
        List<Notice> notices,
        Set<CardField> seen) {

    public CustomerCard {
        allowed = Set.copyOf(allowed);
        recommendations = List.copyOf(recommendations);
        history = List.copyOf(history);
        preference = List.copyOf(preference);
        state = List.copyOf(state);
        notices = List.copyOf(notices);
        seen = Set.copyOf(seen);
    }

    public boolean shows(CardField field) {
        return seen.contains(field);
    }
}
