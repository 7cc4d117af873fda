package org.onrecord.api.person;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.api.CpuTime;
import org.onrecord.api.entity.EntityId;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTest {

    private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

    private final List<Sighting> sightings = new ArrayList<>();

    @Test
    void aNameIsOnePersonUnlessSomethingSpeaksAgainstIt() {
        sighted("john kerry", "secretary of state", "Barack Obama", "Iran");
        sighted("john kerry", "", "", "Nantucket");
        sighted("john kerry", "secretary of state", "Sergey Lavrov", "Geneva");

        assertThat(persons()).containsExactly("1 role, 2 name, 3 role");
    }

    @Test
    void aFootballerIsNoMemberOfParliament() {
        sighted("john smith", "labour mp", "Margaret Beckett, House of Commons", "London");
        sighted("john smith", "former shadow chancellor", "Margaret Beckett, House of Commons", "Edinburgh");
        sighted("john smith", "striker", "Alex Ferguson, Rangers", "Glasgow");
        sighted("john smith", "", "Alex Ferguson, Rangers", "Aberdeen");
        sighted("john smith", "", "", "Leeds");

        assertThat(persons()).containsExactly("1 company, 2 company, 5 namesakes", "3 company, 4 company");
    }

    @Test
    void whoeverWasBothIsOne() {
        sighted("imran khan", "former cricketer", "Wasim Akram", "Lahore");
        sighted("imran khan", "prime minister", "Shah Mehmood Qureshi", "Islamabad");
        sighted("imran khan", "cricketer turned prime minister", "", "Pakistan");

        assertThat(persons()).hasSize(1);
    }

    @Test
    void twoWalksOfLifeInOneCompanyAreOne() {
        sighted("arnold schwarzenegger", "actor", "Maria Shriver, Republican Party", "California");
        sighted("arnold schwarzenegger", "governor", "Maria Shriver, Republican Party, Gray Davis", "California");

        assertThat(persons()).containsExactly("1 company, 2 company");
    }

    @Test
    void circlesWithNothingInCommonAreTwo() {
        for (int i = 0; i < 3; i++) {
            sighted("maria garcia", "", "Pedro Ruiz, City of Cusco, Luis Paz", "Cusco, Lima, Peru");
            sighted("maria garcia", "", "Anna Berg, Kari Moe, University of Oslo", "Oslo, Bergen, Norway");
        }
        sighted("maria garcia", "", "", "");

        assertThat(persons())
                .containsExactly("1 company, 3 company, 5 company, 7 namesakes", "2 company, 4 company, 6 company");
    }

    @Test
    void twoArticlesApartAreNoCircle() {
        for (int i = 0; i < 2; i++) {
            sighted("maria garcia", "", "Pedro Ruiz, City of Cusco", "Cusco, Peru");
            sighted("maria garcia", "", "Anna Berg, University of Oslo", "Oslo, Norway");
        }

        assertThat(persons()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "john kerry,        john f kerry,     true",
        "john f kerry,      john forbes kerry, true",
        "john kerry,        j kerry,          true",
        "john kerry,        jane kerry,       false",
        "john p kerry,      john f kerry,     false",
        "john kerry,        teresa kerry,     false",
    })
    void aVariantInTheSameRoleIsTheSamePerson(String one, String other, boolean same) {
        sighted(one, "secretary of state", "", "Iran");
        sighted(other, "secretary of state", "", "Syria");

        assertThat(persons()).hasSize(same ? 1 : 2);
    }

    @Test
    void aVariantAloneIsNobodyInParticular() {
        sighted("john kerry", "", "Barack Obama", "Iran");
        sighted("john f kerry", "", "Jane Roe", "Boston");

        assertThat(persons()).containsExactly("1 name", "2 name");
    }

    @Test
    void anInitialThatTwoCouldHaveIsNeithers() {
        sighted("john kerry", "senator", "", "Iran");
        sighted("james kerry", "senator", "", "Ohio");
        sighted("j kerry", "senator", "", "Boston");

        assertThat(persons()).hasSize(3);
    }

    @Test
    void namesThatAnArticleUsesForOneAreOne() {
        sighted("joe biden", "", "", "Delaware");
        sighted("joseph biden", Set.of("joe biden"), "", "", "Kyiv");

        assertThat(persons()).containsExactly("1 name, 2 variant");
    }

    @Test
    void theSurnameAloneGoesToTheOneInThatCompany() {
        sighted("john kerry", "", "Barack Obama, Pentagon", "Iran");
        sighted("teresa kerry", "", "Heinz Foundation, Jane Roe", "Pittsburgh");
        sighted("kerry", "", "Barack Obama, Pentagon", "Baghdad");
        sighted("kerry", "", "Nobody Else", "Utah");

        assertThat(persons()).containsExactly("1 company, 3 surname", "2 name", "4 namesakes");
    }

    @Test
    void theOneWhoWasSeenFirstKeepsTheId() {
        sighted("john smith", "labour mp", "", "London");
        sighted("john smith", "striker", "", "Glasgow");

        Map<Sighting.Row, Identity> identities = People.of(sightings);

        assertThat(identities.get(sightings.get(0).row()).personId()).isEqualTo(EntityId.of("person", "john smith"));
        assertThat(identities.get(sightings.get(1).row()).personId()).isNotEqualTo(EntityId.of("person", "john smith"));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        Random random = new Random(7);
        List<String> names = List.of("john smith", "john f smith", "j smith", "jane smith", "smith", "mary smith jr");
        List<String> roles = List.of("", "", "labour mp", "striker", "senator", "actor and mayor");
        for (int i = 0; i < 60; i++) {
            sighted(
                    names.get(random.nextInt(names.size())),
                    random.nextInt(9) == 0 ? Set.of("johnny smith", "jane smith") : Set.of(),
                    roles.get(random.nextInt(roles.size())),
                    "Other " + random.nextInt(30) + ", Company " + random.nextInt(30),
                    "Place " + random.nextInt(40));
        }
        Map<Sighting.Row, Identity> identities = People.of(sightings);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(sightings, random);
            assertThat(People.of(sightings)).isEqualTo(identities);
        }
        assertThat(identities.values().stream().map(Identity::personId).distinct())
                .hasSizeGreaterThan(3);
    }

    @Test
    void timeGrowsWithTheArticlesOfOneSurnameUpToAHundredThousand() {
        sightedOften(0, 10_000);
        People.of(sightings);
        Duration few = CpuTime.of(() -> People.of(sightings));
        sightedOften(10_000, 100_000);

        Duration many = CpuTime.of(() -> assertThat(People.of(sightings)).hasSize(100_000));

        // Ten times as many within thirty times the time; a square would be a hundred times.
        assertThat(many).isLessThan(few.multipliedBy(30).plusSeconds(2));
    }

    private void sightedOften(int from, int to) {
        for (int i = from; i < to; i++) {
            sighted(
                    i % 3 == 0 ? "john smith" : "given" + i % 20_000 + " smith",
                    i % 5 == 0 ? "senator" : i % 7 == 0 ? "striker" : "",
                    "Other " + i % 1000 + ", Company " + i % 77 + ", Someone " + i,
                    "Place " + i % 300);
        }
    }

    private void sighted(String name, String role, String company, String places) {
        sighted(name, Set.of(), role, company, places);
    }

    private void sighted(String name, Set<String> aliases, String role, String company, String places) {
        int number = sightings.size() + 1;
        UUID article = UUID.nameUUIDFromBytes(("article " + number).getBytes(StandardCharsets.UTF_8));
        sightings.add(new Sighting(
                new Sighting.Row(article, number),
                article,
                MORNING.plusSeconds(number),
                name,
                aliases,
                role.isEmpty() ? Set.of() : Set.of(role),
                hashes("company", company),
                hashes("place", places)));
    }

    private static Set<Long> hashes(String type, String names) {
        return Arrays.stream(names.split(", "))
                .filter(name -> !name.isEmpty())
                .map(name -> (type + name).hashCode() * 31L)
                .collect(Collectors.toSet());
    }

    /** Each person as the numbers of the articles and why each of them is theirs. */
    private Set<String> persons() {
        Map<UUID, Map<Integer, String>> persons = new HashMap<>();
        People.of(sightings)
                .forEach((row, identity) -> persons.computeIfAbsent(identity.personId(), any -> new TreeMap<>())
                        .put(
                                row.entityNo(),
                                row.entityNo() + " " + identity.evidence().wireName()));
        return persons.values().stream()
                .map(person -> String.join(", ", person.values()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
