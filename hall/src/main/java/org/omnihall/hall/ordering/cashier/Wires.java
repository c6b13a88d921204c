package org.omnihall.hall.ordering.cashier;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.omnihall.hall.node.HttpCalls;
import org.springframework.stereotype.Component;

/** Calls to cashiers: bounded in time and size; redirections are not followed. */
@Component
class Wires implements AutoCloseable {

    static final int LARGEST = 64 * 1024;

    private final HttpCalls calls;

    Wires(CashierSettings settings) {
        this.calls = new HttpCalls(settings.answer(), LARGEST);
    }

    /** What was answered; headers by {@link HttpResponse}. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        /** Empty where it is not there. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** @throws CashierSilent where nothing comes in time, or too much */
    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(calls.send(request.build()));
        } catch (IOException unreachable) {
            throw new CashierSilent(unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CashierSilent("the hall ends");
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
