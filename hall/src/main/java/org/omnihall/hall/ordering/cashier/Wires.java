package org.omnihall.hall.ordering.cashier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Calls to cashiers: bounded in time and size; redirections are not followed. */
@Component
class Wires implements AutoCloseable {

    static final int LARGEST = 64 * 1024;

    private final CashierSettings settings;
    private final HttpClient http;

    Wires(CashierSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.answer())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What was answered; headers by {@link HttpResponse}. */
    record Answer(HttpResponse<InputStream> response, String body) {

        int status() {
            return response.statusCode();
        }

        /** Empty where it is not there. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** @throws CashierSilent where nothing comes in time, or too much */
    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.timeout(settings.answer()).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                body.write(in.readNBytes(LARGEST + 1));
                if (body.size() > LARGEST) {
                    throw new CashierSilent("an answer of more than " + LARGEST + " octets");
                }
                return new Answer(response, body.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreachable) {
            throw new CashierSilent(unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CashierSilent("the hall ends");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
