package org.omnihall.bench.cashier;

import java.math.BigDecimal;

/** The page on which a payment at the sandbox cashier is paid or cancelled, in Chinese and English. */
final class CashierPage {

    private CashierPage() {}

    static String of(OpenPayment payment) {
        String buttons = switch (payment.status()) {
            case WAITING -> BUTTONS;
            case PAID -> "<p class=\"done\">已付款 · Paid</p>";
            case CANCELLED -> "<p class=\"done\">已取消 · Cancelled</p>";
            case EXPIRED -> "<p class=\"done\">已过期 · Expired</p>";
        };
        return HEAD
                + """
                <p class="sum">¥%s</p><dl><dt>事由 · For</dt><dd>%s</dd><dt>单号 · Number</dt><dd>%s</dd></dl>%s
                <p><a href="%s">返回商户 · Back to the merchant</a></p></main></body></html>
                """.formatted(
                                BigDecimal.valueOf(payment.fen(), 2).toPlainString(),
                                escape(payment.subject()),
                                escape(payment.number()),
                                buttons,
                                escape(payment.comeBack().toString()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String BUTTONS = """
            <form method="post"><label>回调 · Callback <select name="fault">
            <option value="NONE">正常 · as agreed</option><option value="TWICE">两次 · twice</option>
            <option value="NEVER">不来 · never</option><option value="WRONG_SIGNATURE">签名错 · wrong signature</option>
            <option value="WRONG_SUM">金额错 · wrong sum</option></select></label>
            <button class="pay" name="deed" value="pay">付款 · Pay</button>
            <button name="deed" value="cancel">取消 · Cancel</button></form>
            """;

    private static final String HEAD = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>沙箱收银台 · Sandbox cashier</title>
            <style>
            body{margin:0;background:#eef1f6;color:#1b2330;font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif}
            main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:#fff;border-radius:1rem;box-shadow:0 1px 3px #0002}
            h1{font-size:1.15rem;margin:0}.note{color:#6a7483;margin:.25rem 0 1rem}
            .sum{font-size:2.25rem;font-weight:600;margin:.5rem 0;font-variant-numeric:tabular-nums}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1rem 0}dt{color:#6a7483}dd{margin:0;overflow-wrap:anywhere}
            button{display:block;width:100%;padding:.75rem;margin:.5rem 0;border:1px solid #c6ccd6;border-radius:.5rem;background:#fff;font:inherit}
            .pay{background:#0b6b52;border-color:#0b6b52;color:#fff;font-weight:600}.done{font-weight:600}
            </style></head><body><main><h1>沙箱收银台 · Sandbox cashier</h1>
            <p class="note">这里不动真钱。 · No money moves here.</p>
            """;
}
