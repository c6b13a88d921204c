package org.omnihall.hall.openapi.hub;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.tmf.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what is to be told to whom, in the transaction in which it happens, so that neither is ever without the other. */
@Component
public class Outbox {

    /** Another node's new subscription is seen so soon. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String ALL = "all";

    private final JdbcClient db;
    private final Bell bell;
    private final LoadingCache<String, List<Subscription>> listeners;

    Outbox(JdbcClient db, Bell deliveryBell, Subscriptions subscriptions) {
        this.db = db;
        this.bell = deliveryBell;
        this.listeners = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> subscriptions.all());
    }

    /** Nobody listens to this interface: nothing needs to be written. */
    public boolean hasNoListener(Api api) {
        return listening().stream().noneMatch(one -> one.api().equals(api.path()));
    }

    /**
     * Puts the event in front of each subscription that wants it.
     *
     * @param row the resource, by whose Area it is decided who may hear of it
     */
    public void put(OpenResource resource, Event event, Stored row) {
        ObjectNode notification = event.toBody();
        listening().stream()
                .filter(one -> one.api().equals(resource.api().path())
                        && resource.relation().shows(row.areaPath(), one.areaPath()))
                .filter(one -> one.query().matches(notification))
                .forEach(one -> write(one, event, row, notification.toString()));
    }

    /** Looks at the table again the next time. */
    void forget() {
        listeners.invalidateAll();
    }

    /** Takes away what was delivered, or given up, before the limit; gives how many rows went. */
    public int purge(Instant limit, int most) {
        return db.sql("""
                        delete from openapi.delivery where id in (select id from openapi.delivery
                            where state <> 'WAITING' and settled_at < ? order by settled_at limit ?)""").params(Times.at(limit), most).update();
    }

    private List<Subscription> listening() {
        return Objects.requireNonNull(listeners.get(ALL));
    }

    private void write(Subscription to, Event event, Stored row, String body) {
        db.sql("""
                        insert into openapi.delivery (subscription_id, event_id, event_type, listener_path, subject, body, at, due_at)
                        select id, :event, :type, :path, :subject, :body, :at, :at from openapi.subscription where id = :to""")
                .param("event", event.id())
                .param("type", event.happening().eventType(event.resource()))
                .param("path", event.happening().listenerPath(event.resource()))
                .param("subject", event.resource() + ":" + row.id())
                .param("body", body)
                .param("at", Times.at(event.at()))
                .param("to", to.id())
                .update();
        bell.ringAfterCommit();
    }
}
