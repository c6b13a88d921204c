package org.omnihall.hall;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The hall's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Omnihall {

    public static void main(String... arguments) {
        SpringApplication.run(Omnihall.class, arguments);
    }

    /** The one source of time; tests and demos replace it to run simulated hours. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
