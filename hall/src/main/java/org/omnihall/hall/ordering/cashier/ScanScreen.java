package org.omnihall.hall.ordering.cashier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.omnihall.hall.ordering.PaymentAttempt;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page with what a phone scans to pay. It looks again by itself, and leads back when the payment is settled. */
@Controller
@OpenToAll
class ScanScreen {

    private static final String AGAIN_AFTER_SECONDS = "3";

    private final AttemptTable table;
    private final Pages pages;
    private final Clock clock;

    ScanScreen(AttemptTable table, Pages pages, Clock clock) {
        this.table = table;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(CashierDesk.PAGE + "{number}")
    ModelAndView page(@PathVariable String number, jakarta.servlet.http.HttpServletResponse response) {
        Attempt attempt = known(number);
        boolean open =
                attempt.state() == PaymentAttempt.State.BEGUN && clock.instant().isBefore(attempt.expires());
        if (!open) {
            return new ModelAndView("redirect:" + attempt.comeBack());
        }
        response.setHeader("Refresh", AGAIN_AFTER_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(pages.html(
                "ordering/scan",
                Map.of(
                        "attempt", attempt.shown(),
                        "left",
                                Duration.between(clock.instant(), attempt.expires())
                                                .toMinutes()
                                        + 1,
                        "back", attempt.comeBack())));
    }

    @GetMapping(CashierDesk.PAGE + "{number}/code.svg")
    ResponseEntity<String> code(@PathVariable String number) {
        Attempt attempt = known(number);
        return ResponseEntity.ok()
                .header("Content-Type", "image/svg+xml")
                .header("Cache-Control", "no-store")
                .body(svg(URI.create(attempt.page())));
    }

    private Attempt known(String number) {
        return table.find(number)
                .filter(attempt -> !attempt.page().isEmpty() && !attempt.page().startsWith("http"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A QR code whose dark fields are squares of one unit, with the quiet zone of four that the standard asks for. */
    static String svg(URI scanned) {
        try {
            BitMatrix fields = new QRCodeWriter()
                    .encode(scanned.toString(), BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            StringBuilder dark = new StringBuilder();
            for (int y = 0; y < fields.getHeight(); y++) {
                for (int x = 0; x < fields.getWidth(); x++) {
                    if (fields.get(x, y)) {
                        dark.append("M").append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">
                    <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
                    """.formatted(fields.getWidth(), fields.getHeight(), fields.getWidth(), fields.getHeight(), dark);
        } catch (WriterException tooLong) {
            throw new IllegalStateException("an address too long for a code", tooLong);
        }
    }
}
