package org.omnihall.hall.party;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the business support system within limits: of time, and of questions that are open at once. */
@Component
class BossPort implements DisposableBean {

    private static final int OPEN_QUESTIONS = 64;

    private final ObjectProvider<BossQuery> query;
    private final OperatorSettings settings;
    private final MeterRegistry meters;
    private final Semaphore room = new Semaphore(OPEN_QUESTIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    BossPort(ObjectProvider<BossQuery> query, OperatorSettings settings, MeterRegistry meters) {
        this.query = query;
        this.settings = settings;
        this.meters = meters;
    }

    /** Yes where nobody is to be asked; the policy of the settings where nobody answers. */
    boolean agrees(Msisdn msisdn) {
        return agrees(ask(msisdn));
    }

    /** What the policy of the settings makes of an answer. */
    boolean agrees(BossAnswer answer) {
        return switch (answer) {
            case NOT_ASKED, YES -> true;
            case NO -> false;
            case NO_ANSWER -> settings.bossSilence() == OperatorSettings.BossSilence.FAIL_OPEN;
        };
    }

    BossAnswer ask(Msisdn msisdn) {
        BossQuery boss = query.getIfAvailable();
        return boss == null ? BossAnswer.NOT_ASKED : ask(boss, msisdn);
    }

    private BossAnswer ask(BossQuery boss, Msisdn msisdn) {
        if (!room.tryAcquire()) {
            return silence("full");
        }
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> boss.agrees(msisdn), threads)
                .whenComplete((said, failed) -> room.release());
        try {
            return answer.get(settings.bossTimeOut().toMillis(), TimeUnit.MILLISECONDS)
                    ? BossAnswer.YES
                    : BossAnswer.NO;
        } catch (TimeoutException late) {
            return silence("timeout");
        } catch (ExecutionException failed) {
            return silence("failed");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return silence("interrupted");
        }
    }

    private BossAnswer silence(String why) {
        meters.counter("omnihall.party.boss.silence", "why", why).increment();
        return BossAnswer.NO_ANSWER;
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
