package org.omnihall.hall.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of customers need around them: Areas, staff, valid codes, and acts that happen at once. */
public final class Town {

    public static final String ACTOR = "town";
    public static final String HANGZHOU = "/zj/hz/";
    public static final String NINGBO = "/zj/nb/";

    private Town() {}

    /** The Areas of Hangzhou and Ningbo, once. */
    public static void areas(Areas areas) {
        areas.add("/", "zj", "浙江", ACTOR);
        areas.add("/zj/", "hz", "杭州", ACTOR);
        areas.add("/zj/", "nb", "宁波", ACTOR);
    }

    /** A member of the staff who answers for an Area. */
    public static String staff(JdbcClient db, String login, String areaPath) {
        db.sql("""
                        insert into party.staff (login, name, roles, area_path, password, must_change, made_at)
                        values (?, ?, array['manager'], ?, '', false, ?) on conflict do nothing""").params(login, login, areaPath, Times.at(Instant.EPOCH)).update();
        return login;
    }

    /** The valid code of this number. */
    public static RegistrationCode code(int number) {
        String seventeen = "9133%06dMA2%04d".formatted(number / 10_000, number % 10_000);
        return new RegistrationCode(seventeen + RegistrationCode.check(seventeen));
    }

    /** The ID card of this number, of somebody born in 1990. */
    public static Certificate card(int number) {
        String seventeen = "33010619900101%03d".formatted(number % 1_000);
        return new Certificate(Certificate.Kind.ID_CARD, seventeen + Certificate.check(seventeen + "0"));
    }

    public static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.reason());
        };
    }

    /** Does all of them at the same moment, each in a thread of its own. */
    public static <T> List<T> atOnce(List<Callable<T>> acts) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
