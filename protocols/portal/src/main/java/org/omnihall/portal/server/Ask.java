package org.omnihall.portal.server;

import java.time.Duration;
import org.omnihall.portal.Packet;

/** One request and the wait for its answer: the same octets after every interval, then silence. Lives on the loop. */
final class Ask {

    private final Loop loop;
    private final Bas bas;
    private final Packet request;
    private final Duration interval;
    private final Runnable silence;
    private int left;
    private Runnable timer = () -> {};
    private boolean over;

    Ask(Loop loop, Bas bas, Packet request, Timing.Retry retry, Runnable silence) {
        this.loop = loop;
        this.bas = bas;
        this.request = request;
        this.interval = retry.interval();
        this.left = retry.tries();
        this.silence = silence;
    }

    void next() {
        if (over) {
            return;
        }
        if (left == 0) {
            over = true;
            silence.run();
            return;
        }
        left--;
        loop.send(bas, request);
        timer = loop.after(interval, this::next);
    }

    void stop() {
        over = true;
        timer.run();
    }

    Packet request() {
        return request;
    }
}
