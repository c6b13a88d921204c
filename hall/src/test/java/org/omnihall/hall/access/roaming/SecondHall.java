package org.omnihall.hall.access.roaming;

import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.HallEnvironment;
import org.omnihall.hall.Omnihall;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another operator's hall in the same process, with a database and ports of its own. */
record SecondHall(ConfigurableApplicationContext hall) implements AutoCloseable {

    static SecondHall start(PaperAuthority.Pair shown) {
        List<String> arguments = new ArrayList<>(List.of("--omnihall.access.radsec.port=0"));
        arguments.add("--omnihall.access.radsec.authorities=" + RoamingPapers.AUTHORITY.certificate());
        arguments.add("--omnihall.access.radsec.certificate=" + shown.certificate());
        arguments.add("--omnihall.access.radsec.key=" + shown.key());
        arguments.add("--omnihall.eap.certificate=" + shown.certificate());
        arguments.add("--omnihall.eap.key=" + shown.key());
        return new SecondHall(new SpringApplicationBuilder(Omnihall.class)
                .initializers(new HallEnvironment())
                .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return hall.getBean(type);
    }

    @Override
    public void close() {
        hall.close();
    }
}
