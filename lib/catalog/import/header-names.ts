/**
 * What WooCommerce's exporter calls its columns, in lower case, per language of the store
 * (msgids of class-wc-product-csv-exporter.php in WooCommerce's own translations: English, Danish, German, Greek, Spanish,
 * Finnish, French, Indonesian, Italian, Japanese, Korean, Norwegian, Dutch, Polish, Portuguese of Brazil and Portugal, Russian,
 * Swedish, Thai, Turkish, Ukrainian, Vietnamese, Chinese). The order of the fields is the order of the export.
 */
export const headerNames = {
  id: 'id · kimlik · 代碼 · product id · post id',
  type: 'type · typ · τύπος · tipo · laji · ketik · tipe · 種類 · タイプ · 유형 · 형식 · тип · ชนิด · tür · loại · 类型 · 類型 · product type',
  sku: 'sku · varenummer · artikelnummer · κωδικός προϊόντος · tuotetunnus (sku) · ugs · cod · código · ref · referência · артикул · รหัสสินค้า · stok kodu (sku) · mã sản phẩm · 貨號 · varenr',
  name: 'name · navn · όνομα · nombre · nimi · nom · nama · nome · 名前 · 이름 · naam · nazwa · имя · название · namn · ชื่อ · isim · назва · tên · 名称 · 名稱 · product name · title',
  published:
    'published · udgivet · veröffentlicht · δημοσιευμένο · publicado · julkaistu · publié · telah terbit · pubblicato · 公開済み · 발행됨 · publisert · gepubliceerd · opublikowano · опубликован · publicerad · เผยแพร่แล้ว · yayımlanmış · опубліковано · đã đăng · 已发布 · 已發佈',
  saleFrom:
    'date sale price starts · den dato hvor tilbudsprisen starter · datum, an dem angebotspreis beginnt · ημερομηνία έναρξης εκπτωτικής τιμής · día en que empieza el precio rebajado · alennuksen aloituspäivä · date de début de promo · tanggal harga diskon dimulai · data di partenza del prezzo in saldo · セール価格の開始日 · 판매 가격 시작 날짜 · startdato for utsalgspris · startdatum actieprijs · data rozpoczęcia promocji · data de preço promocional começa em · data de início do preço promocional · дата начала действия скидки · datum när reapriset börjar · วันเริ่มต้นลดราคา · indirimli fiyatın başladığı tarih · початок акції · ngày bắt đầu giảm giá · 促销开始日期 · 折扣價開始日期',
  saleUntil:
    "date sale price ends · den dato hvor tilbudsprisen slutter · datum, an dem angebotspreis endet · ημερομηνία λήξης εκπτωτικής τιμής · día en que termina el precio rebajado · alennuksen päättymispäivä · date de fin de promo · tanggal harga diskon berakhir · data in cui termina l'offerta · セール価格の終了日 · 판매 가격 종료 날짜 · sluttdato for utsalgspris · einddatum actieprijs · data zakończenia promocji · data de preço promocional termina em · data de término do preço promocional · дата окончания действия скидки · datum när reapriset upphör · วันสิ้นสุดการลดราคา · indirimli fiyatın bittiği tarih · завершення акції · ngày kết thúc giảm giá · 促销截止日期 · 折扣價結束日期",
  salePrice:
    'sale price · tilbudspris · angebotspreis · τιμή προσφοράς · precio rebajado · precio de oferta · alennettu hinta · tarif promo · prix promo · harga obral · prezzo in offerta · prezzo scontato · セール価格 · 할인 가격 · utsalgspris · salgspris · actieprijs · cena promocyjna · preço promocional · preço de promoção · акционная цена · reapris · ราคาที่ลด · indirimli satış fiyatı · ціна зі знижкою · giá khuyến mãi · 促销价格 · 折扣價',
  regularPrice:
    'regular price · price · normalpris · regulärer preis · κανονική τιμή · precio normal · precio · precio regular · normaali hinta · tarif régulier · tarif normal · prix · harga normal · prezzo di listino · prezzo · 標準価格 · 通常価格 · 정상 가격 · ordinær pris · vanlig pris · reguliere prijs · normale prijs · prijs · cena · cena regularna · preço · preço normal · базовая цена · ordinarie pris · ราคาปกติ · normal fiyat · звичайна ціна · giá bán thường · 常规售价 · 原價',
  categories:
    'categories · category · kategorier · kategorien · κατηγορίες · categorías · categoria · osastot · catégories · kategori · categorie · カテゴリー · 카테고리 · categorieën · kategorie · categorias · категории · หมวดหมู่ · kategoriler · категорії · danh mục · 分类 · 分類',
  images:
    'images · image · billeder · bilder · εικόνες · imágenes · kuvat · gambar-gambar · immagine · immagini · 画像 · 이미지 · afbeeldingen · obrazki · imagens · изображения · ไฟล์รูปภาพ · görseller · зображення · hình ảnh · 图片 · 圖片',
  parent:
    'parent · forældre · übergeordnetes produkt · übergeordnet · eltern · γονέας · superior · padre · ylempi taso · parente · induk · genitore · 親 · 상위 · forelder · hoofd · bovenliggend · element nadrzędny · nadrzędny · ascendente · pai · principal · родительский · överordnad · หลัก · ebeveyn · предок · gốc · 父级 · 上層',
  externalUrl:
    'external url · ekstern url (webadresse) · externe url · εξωτερικό url · url externa · ulkoinen verkko-osoite · url externe · url eksternal · url esterna · url esterno · 外部 url · 외부 url · ekstern url · zewnętrzny adres url · url externo · внешний url · extern url · url ภายนอก · harici url · зовнішній url · url ngoài · 外部链接 · 外部網址',
  url: 'permalink · product url · product link · product page url · url · link · enlace permanente · link permanente · lien permanent',
  attribute:
    'attribute # value(s) · attribute # values · egenskab # værdi(er) · attribut # wert(e) · τιμή(ές) ιδιότητας # · valor(es) del atributo # · ominaisuus # arvo(t) · valeur(s) de l’attribut # · nilai atribut # · attributo # valuta(e) · attributo # valore(i) · valore dell’attributo # · valori dell’attributo # · 属性 # の値 · 속성 # 값 · attributt # verdi(er) · waarde eigenschap # · wartości atrybutu # · valores do atributo # · atributo # valor(es) · значения атрибутов # · attribut # värde(n) · ค่าคุณสมบัติ # · nitelik # değer(ler)i · # значення атрибуту · giá trị thuộc tính # · 属性 # 值 · 屬性 # 值',
} as const

/** "Uncategorized", which WooCommerce forces on a product without a category: it routes nothing. */
export const uncategorizedNames =
  'uncategorized · uncategorised · ukategoriseret · unkategorisiert · nicht kategorisiert · ohne kategorie · χωρίς κατηγορία · sin categorizar · sin categoría · non classé · non catégorisé · tanpa kategori · senza categoria · non categorizzato · 未分類 · 未分类 · 미분류 · ukategorisert · geen categorie · niet gecategoriseerd · ongecategoriseerd · bez kategorii · sem categoria · não categorizado · без категории · без рубрики · okategoriserad · без категорії · chưa phân loại'
