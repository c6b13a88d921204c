package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelForm;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where each member of the staff serves now: all that he does at the desk is done under that channel. */
@Component
class WorkPlaces {

    private final JdbcClient db;
    private final Channels channels;
    private final AuditTrail audit;
    private final Clock clock;

    WorkPlaces(JdbcClient db, Channels channels, AuditTrail audit, Clock clock) {
        this.db = db;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where he serves; nothing where he has not said it, or may serve there no longer. */
    Optional<Channel> of(Caller caller) {
        return db.sql("select channel_id from console.work_place where login = ?")
                .param(caller.login())
                .query(Long.class)
                .optional()
                .flatMap(id -> channels.find(new ChannelId(id)))
                .filter(channel -> fits(caller, channel));
    }

    /** Where he may serve: open channels with people at them, in his Areas. */
    List<Channel> choices(Caller caller) {
        return channels.all().stream().filter(channel -> fits(caller, channel)).toList();
    }

    /** Keeps what he said; nothing where it is none of his choices. */
    @Transactional
    public Optional<Channel> choose(Caller caller, String code) {
        Optional<Channel> chosen = channels.byCode(code).filter(channel -> fits(caller, channel));
        chosen.ifPresent(channel -> {
            db.sql("""
                            insert into console.work_place (login, channel_id, since) values (:login, :channel, :now)
                            on conflict (login) do update set channel_id = :channel, since = :now""")
                    .param("login", caller.login())
                    .param("channel", channel.id().value())
                    .param("now", Times.at(clock.instant()))
                    .update();
            audit.record(caller.login(), "desk.place", "channel:" + channel.code(), "");
        });
        return chosen;
    }

    /** A store lies in his Area; the hotline and account managers may also answer for an Area around it. */
    static boolean fits(Caller caller, Channel channel) {
        boolean his = caller.covers(channel.areaPath())
                || (channel.ofClass().form() != ChannelForm.STORE
                        && caller.areaPath().startsWith(channel.areaPath()));
        return his && channel.isOpen() && channel.kind().isStaffed();
    }
}
