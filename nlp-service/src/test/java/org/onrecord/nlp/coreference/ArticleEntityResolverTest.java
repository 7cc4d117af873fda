package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Names are marked in the text: {@code [Kerry]P} a person, {@code O} an organisation, {@code L} a place. */
class ArticleEntityResolverTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final ArticleEntityResolver RESOLVER = new ArticleEntityResolver();

    @Test
    void groupsSurnameAndPronounUnderTheFullName() {
        Article article = read("[Marsh]P to resign\n"
                + "Foreign Secretary [Helen Marsh]P said on Monday she would go. “It is time,” [Marsh]P said.");

        assertThat(article.names()).containsExactly("Helen Marsh");
        assertThat(article.surfaces("Helen Marsh")).containsExactly("Marsh", "Helen Marsh", "she", "Marsh");
        assertThat(article.entity("Helen Marsh").roles()).containsExactly("Foreign Secretary");
        assertThat(article.entity("Helen Marsh").aliases()).containsExactly("Marsh");
    }

    @Test
    void keepsRoleAndRankApartFromTheName() {
        Article article =
                read("[Pentagon]O spokesman Rear Adm [Paul Crane]P spoke first. The Pentagon spokesman gave no date.");

        assertThat(article.entity("Paul Crane").roles()).containsExactly("Pentagon spokesman", "Rear Adm");
        assertThat(article.surfaces("Paul Crane")).containsExactly("Paul Crane", "The Pentagon spokesman");
    }

    @Test
    void readsTheRoleAfterTheName() {
        Article article = read("[Ana Ruiz]P, the mayor of [Vigo]L, was there. The mayor said little.");

        assertThat(article.entity("Ana Ruiz").roles()).containsExactly("mayor of Vigo");
        assertThat(article.surfaces("Ana Ruiz")).containsExactly("Ana Ruiz", "the mayor", "The mayor");
    }

    @Test
    void readsTheRoleBeforeTheNameBetweenCommas() {
        Article article = read("The union’s secretary, [Mary Byrne]P, said no.");

        assertThat(article.entity("Mary Byrne").roles()).containsExactly("secretary");
    }

    @Test
    void keepsAFormOfAddressOutOfTheRoles() {
        assertThat(read("Mr [Cole]P declined.").entity("Cole").roles()).isEmpty();
    }

    @Test
    void takesTheObjectOfAVerbForNoSubject() {
        Article article = read("A jury convicted [Paul Moss]P, the lawyer who spoke for [Ina Grey]P in her case. "
                + "The trial was one of three against [Moss]P. He kept what his client had earned.");

        assertThat(article.surfaces("Ina Grey")).containsExactly("Ina Grey", "her");
        assertThat(article.surfaces("Paul Moss")).containsExactly("Paul Moss", "Moss", "He", "his");
    }

    @Test
    void looksForAnOwnerInTheSentenceFirst() {
        Article article = read("[Ann Warren]P said she would help [Joe Ridley]P. [Omar Bell]P announced the same.\n\n"
                + "[Warren]P praised [Ridley]P for his courage and was “proud to support [Joe Ridley]P”.");

        assertThat(article.surfaces("Omar Bell")).containsExactly("Omar Bell");
        assertThat(article.surfaces("Joe Ridley")).containsExactly("Joe Ridley", "Ridley", "his", "Joe Ridley");
        assertThat(article.surfaces("Ann Warren")).containsExactly("Ann Warren", "she", "Warren");
    }

    @Test
    void resolvesAcronyms() {
        Article article = read(
                "The [Northern Farmers Union]O met. The [NFU]O wants more. The [U.S.]L and the [United States]L differ.");

        assertThat(article.surfaces("Northern Farmers Union")).containsExactly("Northern Farmers Union", "NFU");
        assertThat(article.surfaces("United States")).containsExactly("U.S.", "United States");
    }

    @Test
    void resolvesShortNamesOfOrganisations() {
        Article article = read(
                "[Acme Motor Corp]O cut jobs. [Acme]O gave no number. The [Ministry of Trade]O objects; the [Ministry]O wants talks.");

        assertThat(article.names()).containsExactly("Acme Motor Corp", "Ministry of Trade");
    }

    @Test
    void resolvesNicknamesArticlesAndSpellings() {
        Article article = read(
                "[William Hart]P ran. [Bill Hart]P won. [Nuri al-Hadi]P and [Hadi]P agree. [Kristen Dale]P or [Kristin Dale]P?");

        assertThat(article.names()).containsExactly("William Hart", "Nuri al-Hadi", "Kristen Dale");
    }

    @Test
    void tellsApartTwoWhoShareASurname() {
        Article article =
                read("[Tom Reed]P met his sister [Ann Reed]P. Mrs [Reed]P smiled. [Tom Reed]P left. [Reed]P was late.");

        assertThat(article.names()).containsExactly("Tom Reed", "Ann Reed");
        assertThat(article.surfaces("Ann Reed")).contains("Reed");
        assertThat(article.surfaces("Tom Reed")).endsWith("Tom Reed", "Reed");
    }

    @Test
    void takesASurnameAloneForTheOneOfWhomTheArticleSpeaksMore() {
        Article article = read(
                "[Tom Reed]P wins.\n\n[Tom Reed]P and his daughter [Ann Reed]P danced. [Reed]P thanked the voters.");

        assertThat(article.surfaces("Tom Reed")).endsWith("Reed");
        assertThat(article.surfaces("Ann Reed")).containsExactly("Ann Reed");
    }

    @Test
    void tellsApartMembersOfAFamilyWithATwoWordSurname() {
        Article article = read("[Eddie Van Dale]P died. [Van Dale]P was ill, his brother [Alex Van Dale]P said.");

        assertThat(article.names()).containsExactly("Eddie Van Dale", "Alex Van Dale");
    }

    @Test
    void accentsMakeNobodyAnother() {
        Article article = read("[Joachim Brudzi\u0144ski]P spoke. [Brudzinski]P left.");

        assertThat(article.surfaces("Joachim Brudzi\u0144ski")).endsWith("Brudzinski");
    }

    @Test
    void theNextOfAListIsNobodysRole() {
        Article article = read(
                "They were sent by [Yousef Dale]P, Pope [Francis]P, and a spokesperson for President [Ann Lee]P, it said.");

        assertThat(article.entity("Yousef Dale").roles()).isEmpty();
        assertThat(article.entity("Francis").roles()).containsExactly("Pope");
    }

    @Test
    void aTitleWithinANameShowsTheGender() {
        Article article = read("[Boris Dale]P won. [Queen Elizabeth II]P asked him to stay. He agreed.");

        assertThat(article.surfaces("Boris Dale")).contains("He");
    }

    @Test
    void aFirstNameSpeaksForAGender() {
        Article article = read("[Irma Stone]P met [Boris Hale]P on Monday. She was pleased. He was not.");

        assertThat(article.surfaces("Irma Stone")).containsExactly("Irma Stone", "She");
        assertThat(article.surfaces("Boris Hale")).containsExactly("Boris Hale", "He");
    }

    @Test
    void aTitleOutweighsTheFirstName() {
        Article article = read("Mr [Mary Stone]P met Mrs [Tom Hale]P. She was pleased.");

        assertThat(article.surfaces("Tom Hale")).containsExactly("Tom Hale", "She");
    }

    @Test
    void theSubjectBeforeAnAsideIsMeant() {
        Article article = read("[Wim Oort]P was hurt in the attack.\n\n"
                + "[Dedi Salim]P, a spokesman of the force in [Leer]L, confirmed that two were held. He named nobody.");

        assertThat(article.surfaces("Dedi Salim")).containsExactly("Dedi Salim", "He");
    }

    @Test
    void whatStandsInBracketsIsTheShortForm() {
        Article article =
                read("The [Harbour Safety Board]O ([HarSafe]O) met. [HarSafe]O wants more. The [Board]O agreed.");

        assertThat(article.surfaces("Harbour Safety Board")).contains("HarSafe");
    }

    @Test
    void aSurnameSpeltAnotherWayIsTheSamePerson() {
        Article article = read("[Omar Saleem]P spoke first. [Salaem]P spoke again. [Ivo Brandt]P listened.");

        assertThat(article.names()).containsExactly("Omar Saleem", "Ivo Brandt");
    }

    @Test
    void swappedLettersMakeNobodyAnother() {
        assertThat(read("[Jon Huntsman]P came. “It is late,” [Hunstman]P said.").names())
                .containsExactly("Jon Huntsman");
    }

    @Test
    void theNameWithItsAccentsIsTheFullest() {
        assertThat(read("[Jaroslaw Kaczynski]P promises\n[Jarosław Kaczyński]P spoke.")
                        .names())
                .containsExactly("Jarosław Kaczyński");
    }

    @Test
    void initialsMayLeaveACountryOut() {
        assertThat(read("The [U.S. Environmental Protection Agency]O spoke, and [EPA]O acted.")
                        .names())
                .containsExactly("U.S. Environmental Protection Agency");
    }

    @Test
    void aPronounTakesUpADescriptionLikeAName() {
        Article article =
                read("[Pentagon]O spokesman [Paul Crane]P met [Tom Reyes]P on Monday.\n\n[Tom Reyes]P left.\n\n"
                        + "The Pentagon spokesman stayed. He said little.");

        assertThat(article.surfaces("Paul Crane")).containsExactly("Paul Crane", "The Pentagon spokesman", "He");
    }

    @Test
    void aLoneFirstNameSpeaksForAGender() {
        Article article = read("[Tom Reyes]P spoke of [Katrina]P. She was there. He was not.");

        assertThat(article.surfaces("Katrina")).containsExactly("Katrina", "She");
        assertThat(article.surfaces("Tom Reyes")).containsExactly("Tom Reyes", "He");
    }

    @Test
    void takesGenderFromTitlesRolesAndPronouns() {
        Article article = read("Spokeswoman [Lee Park]P and Mr [Sam Hill]P spoke. She was brief. He was not.");

        assertThat(article.surfaces("Lee Park")).containsExactly("Lee Park", "She");
        assertThat(article.surfaces("Sam Hill")).containsExactly("Sam Hill", "He");
    }

    @Test
    void doesNotTakeThePersonQuotedForTheSpeaker() {
        Article article = read("For [Kevin Dunn]P, [Warhol]P was a legend. He said, “[Warhol]P was the centre of it.”");

        assertThat(article.surfaces("Kevin Dunn")).containsExactly("Kevin Dunn", "He");
    }

    @Test
    void resolvesItToTheOrganisationThatActed() {
        Article article = read("The [Pentagon]O, however, denied it. It also ruled out talks. It was raining.");

        assertThat(article.surfaces("Pentagon")).containsExactly("Pentagon", "It");
    }

    @Test
    void mentionsAreInOrderAndWithinTheText() {
        Article article = read("[Ümit Öz]P 😀 said e\u0301lan. He left [Köln]L.");

        assertThat(article.entities.mentions()).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
        assertThat(article.surfaces("Ümit Öz")).containsExactly("Ümit Öz", "He");
        assertThat(article.entities.mentions())
                .extracting(Entities.EntityMention::kind)
                .containsExactly(MentionKind.NAME, MentionKind.PRONOUN, MentionKind.NAME);
    }

    @Test
    void readsADocumentWithoutNames() {
        assertThat(read("He said nothing. The minister left.").entities.entities())
                .isEmpty();
    }

    private static Article read(String marked) {
        StringBuilder text = new StringBuilder();
        List<Name> names = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '[') {
                open = text.length();
            } else if (c == ']') {
                EntityType type = switch (marked.charAt(++i)) {
                    case 'P' -> EntityType.PERSON;
                    case 'O' -> EntityType.ORGANISATION;
                    default -> EntityType.PLACE;
                };
                names.add(new Name(open, text.length(), type));
            } else {
                text.append(c);
            }
        }
        Document document = READER.read("", text.toString());
        return new Article(document, RESOLVER.resolve(document, names));
    }

    private record Article(Document document, Entities entities) {
        List<String> names() {
            return entities.entities().stream().map(Entity::name).toList();
        }

        Entity entity(String name) {
            return entities.entities().stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No entity " + name + " in " + names()));
        }

        List<String> surfaces(String name) {
            int id = entity(name).id();
            return entities.mentions().stream()
                    .filter(m -> m.entity() == id)
                    .map(m -> document.text().substring(m.start(), m.end()))
                    .toList();
        }
    }
}
